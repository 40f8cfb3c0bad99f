import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {promisify} from 'node:util'
import {OperationalError} from './operational-error.ts'
import {findProject, type ProjectAgreement, readProject} from './project-folder.ts'
import {decodeText, readStandardInput, readText} from './read-text.ts'
import type {ReferenceSite, SourceText} from './source-text.ts'
import {readVersionText} from './version-reference.ts'

/**
 * Reads what a reference names: `-`, `git:<rev>:<path>`, the id of an agreement of the project, a published version of one (`<id>@<version>`,
 * `<id>@current`, `<id>@2026-03-01`), or a file.
 *
 * @throws {OperationalError} where it names nothing that can be read
 */
export async function readReference(reference: string, site: ReferenceSite): Promise<SourceText> {
  if (reference === '-') return {name: 'standard input', text: await readStandardInput()}
  if (reference.startsWith('git:')) return readGit(reference, site.folder)
  const [, id = reference, selector] = /^([^@]+)@([^@]+)$/.exec(reference) ?? []
  const agreement = await projectAgreement(id, site.folder)
  if (agreement) return selector === undefined ? readAgreementText(agreement, site) : readVersionText(agreement, selector, site)
  const file = resolve(site.folder, reference)
  const owner = await projectText(file)
  if (owner) return {...(await readAgreementText(owner.agreement, {folder: site.folder, locale: owner.locale})), name: reference}
  const locale = /(?:^|[\\/.])([a-z]{2}(?:-[A-Z]{2})?)\.md$/.exec(reference)?.[1]
  return {name: reference, text: await readText(file).catch(rename(file, reference)), file, ...(locale === undefined ? {} : {locale})}
}

/** Reads the working text of an agreement in the wanted language, else the authoritative one. */
export async function readAgreementText(agreement: ProjectAgreement, site: ReferenceSite): Promise<SourceText> {
  const text = site.locale === undefined ? agreement.texts[0] : agreement.texts.find(({locale}) => locale === site.locale)
  if (!text)
    throw new OperationalError(
      'text-missing',
      `${agreement.id} has no text in ${site.locale}`,
      `It has ${agreement.texts.map(({locale}) => locale).join(', ')}.`,
    )
  return {name: relative(site.folder, text.file), text: await readText(text.file), locale: text.locale, agreement, file: text.file}
}

async function projectAgreement(id: string, folder: string): Promise<ProjectAgreement | undefined> {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(id) || /\.(?:md|markdown|txt)$/.test(id)) return undefined
  const root = findProject(folder)
  if (root === undefined) return undefined
  return (await readProject(root)).agreements.find((agreement) => agreement.id === id)
}

/** The agreement of a project that a file is the working text of. */
async function projectText(file: string): Promise<{readonly agreement: ProjectAgreement; readonly locale: string} | undefined> {
  const root = existsSync(join(dirname(file), 'agreement.yaml')) ? findProject(dirname(file)) : undefined
  if (root === undefined || !existsSync(file)) return undefined
  for (const agreement of (await readProject(root)).agreements)
    for (const text of agreement.texts) if (text.file === file) return {agreement, locale: text.locale}
  return undefined
}

async function readGit(reference: string, folder: string): Promise<SourceText> {
  const match = /^git:([^:-][^:]*):(.+)$/.exec(reference)
  if (!match)
    throw new OperationalError(
      'reference-malformed',
      `${reference} is no git reference`,
      'Write `git:<revision>:<path>`, for example `git:HEAD:agreements/sms/zh-CN.md`.',
      {isMissing: false},
    )
  try {
    const {stdout} = await promisify(execFile)('git', ['show', `${match[1]}:${match[2]}`], {
      cwd: folder,
      encoding: 'buffer',
      maxBuffer: 64 * 1024 * 1024,
    })
    return {name: reference, text: decodeText(stdout, reference)}
  } catch (cause) {
    if (cause instanceof OperationalError) throw cause
    throw new OperationalError(
      'git-missing',
      `${reference} was not found`,
      'Check the revision and the path, which starts at the top of the repository.',
      {cause},
    )
  }
}

function rename(file: string, name: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof OperationalError)) throw error
    throw new OperationalError(error.code, error.message.replaceAll(file, name), error.remedy.replaceAll(file, name), {
      isMissing: error.isMissing,
      cause: error,
    })
  }
}
