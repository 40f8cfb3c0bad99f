import {existsSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {basename, extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TemplateSet} from '../render/html/index.ts'
import {OperationalError} from './operational-error.ts'

type Messages = TemplateSet['messages']

/**
 * Reads the built-in templates; a file of the same name in `override` takes the place of ours. Of messages it holds those that differ.
 *
 * @throws {OperationalError} `templates-missing`, `messages-malformed`
 */
export async function readTemplates(override?: string): Promise<TemplateSet> {
  const builtIn = fileURLToPath(new URL('../../templates', import.meta.url))
  if (!existsSync(join(builtIn, 'agreement.hbs')))
    throw new OperationalError('templates-missing', `${builtIn} has no templates`, 'Install the package again: `npm ci`.')
  const folders = override !== undefined && override !== builtIn && existsSync(override) ? [builtIn, override] : [builtIn]
  const readAll = (below: string, extension: string) => Promise.all(folders.map((folder) => readFolder(join(folder, below), extension)))
  const read = async (below: string, extension: string): Promise<Record<string, string>> =>
    Object.assign({}, ...(await readAll(below, extension)))
  const locales = await readAll('locales', '.json')
  const notices = await readAll('locales/notice', '.json')
  return {
    pages: await read('', '.hbs'),
    partials: await read('partials', '.hbs'),
    styles: await read('styles', '.css'),
    scripts: await read('scripts', '.js'),
    messages: joinMessages([...locales.map((files) => messagesIn(files, '')), ...notices.map((files) => messagesIn(files, 'notice/'))]),
  }
}

function messagesIn(files: Readonly<Record<string, string>>, below: string): Messages {
  return Object.fromEntries(Object.entries(files).map(([locale, json]) => [locale, parseMessages(json, below + locale)]))
}

/** Messages of later ones win, key by key. */
function joinMessages(all: readonly Messages[]): Messages {
  const joined: Record<string, Record<string, string>> = {}
  for (const [locale, messages] of all.flatMap(Object.entries<Messages[string]>)) joined[locale] = {...joined[locale], ...messages}
  return joined
}

async function readFolder(folder: string, extension: string): Promise<Record<string, string>> {
  if (!existsSync(folder)) return {}
  const files = (await readdir(folder, {withFileTypes: true})).filter((entry) => entry.isFile() && extname(entry.name) === extension)
  const contents = await Promise.all(
    files.map(async ({name}) => [basename(name, extension), await readFile(join(folder, name), 'utf8')] as const),
  )
  return Object.fromEntries(contents)
}

function parseMessages(json: string, locale: string): Messages[string] {
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
