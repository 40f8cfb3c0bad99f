import {existsSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {basename, extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TemplateSet} from '../render/html/index.ts'
import {OperationalError} from './operational-error.ts'

/**
 * Reads the built-in templates; a file of the same name in `override` takes the place of ours.
 *
 * @throws {OperationalError} `templates-missing`, `messages-malformed`
 */
export async function readTemplates(override?: string): Promise<TemplateSet> {
  const builtIn = fileURLToPath(new URL('../../templates', import.meta.url))
  if (!existsSync(join(builtIn, 'agreement.hbs')))
    throw new OperationalError('templates-missing', `${builtIn} has no templates`, 'Install the package again: `npm ci`.')
  const folders = override !== undefined && override !== builtIn && existsSync(override) ? [builtIn, override] : [builtIn]
  const read = async (below: string, extension: string) =>
    Object.assign({}, ...(await Promise.all(folders.map((folder) => readFolder(join(folder, below), extension)))))
  const locales: Record<string, string> = await read('locales', '.json')
  const notices: Record<string, string> = await read('locales/notice', '.json')
  return {
    pages: await read('', '.hbs'),
    partials: await read('partials', '.hbs'),
    styles: await read('styles', '.css'),
    scripts: await read('scripts', '.js'),
    messages: Object.fromEntries(
      [...new Set([...Object.keys(locales), ...Object.keys(notices)])].map((locale) => [
        locale,
        {...parseMessages(locales[locale], locale), ...parseMessages(notices[locale], `notice/${locale}`)},
      ]),
    ),
  }
}

async function readFolder(folder: string, extension: string): Promise<Record<string, string>> {
  if (!existsSync(folder)) return {}
  const files = (await readdir(folder, {withFileTypes: true})).filter((entry) => entry.isFile() && extname(entry.name) === extension)
  const contents = await Promise.all(
    files.map(async ({name}) => [basename(name, extension), await readFile(join(folder, name), 'utf8')] as const),
  )
  return Object.fromEntries(contents)
}

function parseMessages(json: string | undefined, locale: string): Record<string, string> {
  if (json === undefined) return {}
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new OperationalError(
      'messages-malformed',
      `templates/locales/${locale}.json is no JSON (${cause instanceof Error ? cause.message : ''})`,
      'Mend the file.',
      {isMissing: false, cause},
    )
  }
}
