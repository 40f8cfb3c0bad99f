import {existsSync, mkdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {importCommand} from '../src/cli/commands/import.ts'
import {type ImportedDocument, type ImportRefusal, importDocument} from '../src/import/index.ts'
import {OperationalError, openIsolatedProgram} from '../src/io/index.ts'
import {folderWith, proviso, root} from './support/command-line.ts'
import {hostileFiles} from './support/hostile-files.ts'

const importProgram = pathToFileURL(join(root, 'lib/import-program.js'))
const files = await hostileFiles()
const cwd = folderWith({})
afterAll(() => rmSync(cwd, {recursive: true}))

/** What the command says of a file, which must write nothing. */
async function refusalOf(path: string, ...options: string[]): Promise<OperationalError> {
  const command = importCommand({
    finish: () => undefined,
    startServer: () => Promise.reject(new Error('no server')),
    importProgram,
    finishProgram: importProgram,
  })
  const error: unknown = await command
    .parseAsync([path, '-o', join(cwd, 'out'), ...options], {from: 'user'})
    .catch((fault: unknown) => fault)
  if (!(error instanceof OperationalError)) throw new Error(`${path} was brought in`, {cause: error})
  expect(existsSync(join(cwd, 'out'))).toBe(false)
  return error
}

describe('a hostile file', () => {
  const reader = openIsolatedProgram(importProgram, {seconds: 20, bytes: 600 << 20})
  afterAll(() => reader.close())

  it.each(files.map((file) => [file.what, file] as const))('costs no more than it may: %s', async (_, {name, bytes, refused}) => {
    const answer = (await reader
      .ask(name, {source: {name, bytes}})
      .catch((fault: unknown) =>
        fault instanceof OperationalError ? {refused: fault.code, message: fault.message, remedy: fault.remedy} : Promise.reject(fault),
      )) as ImportedDocument | ImportRefusal
    if ('refused' in answer) {
      expect(answer.refused).toBe(refused)
      expect(answer.message).toContain(name)
      expect(answer.message).not.toMatch(/\n|node_modules|file:\/\//)
      expect(answer.remedy).toMatch(/^[A-Z].*\.$/)
    } else {
      expect(refused).toBeUndefined()
      expect(answer.characters.lost).toEqual([])
      expect(JSON.stringify(answer.agreements)).not.toContain('root:')
    }
  })

  it('that takes too much time ends its process, and the next file is read by a new one', async () => {
    const slow = openIsolatedProgram(importProgram, {seconds: 0.01, bytes: 600 << 20})
    const source = {name: 'a.txt', bytes: new TextEncoder().encode('云笺服务协议\n\n1. 您可以停用。\n'.repeat(2000))}
    await expect(slow.ask('a.txt', {source})).rejects.toMatchObject({code: 'file-too-slow'})
    await expect(slow.ask('a.txt', {source})).rejects.toMatchObject({code: 'file-too-slow'})
    slow.close()
    const small = {name: 'b.txt', bytes: new TextEncoder().encode('云笺服务协议\n\n1. 您可以停用。\n')}
    expect(await reader.ask('b.txt', {source: small})).toMatchObject({agreements: [{title: '云笺服务协议'}]})
  })

  it('that breaks its reader is refused with one line', async () => {
    await expect(reader.ask('c.txt', {source: {name: 'c.txt'}})).rejects.toMatchObject({
      code: 'file-breaks-reader',
      message: expect.stringMatching(/^c\.txt cannot be read: TypeError.*$/),
    })
  })
})

describe('the command', () => {
  it('writes nothing for a file that is refused, nor for those before it', async () => {
    writeFileSync(join(cwd, 'good.txt'), '云笺服务协议\n\n1. 您可以停用。\n')
    for (const what of ['macros', 'pictures of pages', 'a page nested without end']) {
      const file = files.find((one) => one.what === what)
      if (!file?.refused) throw new Error(what)
      writeFileSync(join(cwd, file.name), file.bytes)
      expect(await refusalOf(join(cwd, file.name))).toMatchObject({code: file.refused, isMissing: false})
    }
    const run = await proviso(['import', 'good.txt', 'file.pdf', '-o', 'out'], {cwd})
    expect([run.code, run.out]).toEqual([2, ''])
    expect(run.err).toMatch(/^✖ file\.pdf: .* holds pictures of pages and no text\n {2}Run it through text recognition.*\n$/)
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })

  it('does not read what is too large, or no file', async () => {
    const huge = join(cwd, 'huge.txt')
    writeFileSync(huge, '云笺服务协议\n'.repeat(100))
    truncateSync(huge, 500 << 20)
    expect(await refusalOf(huge)).toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('525 MB, expected at most 12 MB'),
    })
    const picture = join(cwd, 'huge.docx')
    writeFileSync(picture, 'PK\u0003\u0004')
    truncateSync(picture, 5 * 2 ** 40)
    expect(await refusalOf(picture)).toMatchObject({code: 'file-too-large'})
    if (existsSync('/dev/zero')) expect(await refusalOf('/dev/zero')).toMatchObject({code: 'import-not-a-file'})
    mkdirSync(join(cwd, 'folder'))
    expect(await refusalOf(join(cwd, 'folder'))).toMatchObject({code: 'folder-empty'})
  })

  it('takes a limit for the time', async () => {
    const slow = join(cwd, 'slow.txt')
    writeFileSync(slow, '1.1 您应当支付费用（“费用”）。\n'.repeat(60_000))
    expect(await refusalOf(slow, '--time-limit', '1')).toMatchObject({code: 'file-too-slow'})
    expect((await proviso(['import', slow, '--time-limit', 'soon'], {cwd})).code).toBe(2)
  })
})

describe('the library', () => {
  it('refuses what it can tell by itself', async () => {
    const told = files.filter(({refused}) => refused !== undefined && !refused.startsWith('file-'))
    for (const {name, bytes, refused, what} of told) expect([what, await importDocument({name, bytes})]).toMatchObject([what, {refused}])
  })
})
