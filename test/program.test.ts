import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {main as program, root} from './support/command-line.ts'

const modules = join(root, 'lib/main.js')

describe('the program in few files', () => {
  it('is what the package installs', () => {
    const manifest: {readonly bin: {readonly proviso: string}} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(join(root, manifest.bin.proviso)).toBe(program)
  })

  it('builds the same bytes as its modules', () => {
    const [one, other] = [projectFolder(), projectFolder()]
    expect(run([modules, 'build'], one).status).toBe(0)
    expect(run([program, 'build'], other).status).toBe(0)
    expect(contents(join(other, 'dist'))).toEqual(contents(join(one, 'dist')))
  })

  it('leaves what its modules built as it is', () => {
    const folder = projectFolder()
    run([modules, 'build', '--only', 'html'], folder)
    expect(run([program, 'build', '--only', 'html'], folder).stderr).toContain('(0 rendered, ')
  })

  it('starts the processes and servers that belong to it', () => {
    const folder = projectFolder()
    const imported = run([program, 'import', join(root, 'agreements/sms-service/zh-CN.md'), '--out', join(folder, 'imported')], folder)
    expect([imported.status, imported.stderr]).toEqual([0, expect.not.stringContaining('Error')])
    expect(run([program, 'serve', '--port', '0'], folder, 20_000).stderr).toContain('Server listening')
    expect(run([program, 'init', 'new'], folder).status).toBe(0)
    expect(run([program, 'diff', 'sms-service@current', 'sms-service'], folder).stdout).not.toBe('')
  })
})

function run(args: readonly string[], cwd: string, timeout?: number) {
  return spawnSync(process.execPath, args, {cwd, encoding: 'utf8', timeout, killSignal: 'SIGKILL', env: {...process.env, NO_COLOR: '1'}})
}

function projectFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-program-'))
  for (const part of ['agreements', 'proviso.config.yaml']) cpSync(join(root, part), join(folder, part), {recursive: true})
  return folder
}

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return new Map(
    files.map(({parentPath, name}) => [join(parentPath, name).slice(folder.length), readFileSync(join(parentPath, name), 'latin1')]),
  )
}
