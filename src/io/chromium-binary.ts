import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {brotliDecompress} from 'node:zlib'
import {cachedFile} from './cache-folder.ts'
import {OperationalError} from './operational-error.ts'

/**
 * Path of the browser: `PROVISO_CHROMIUM` or `PUPPETEER_EXECUTABLE_PATH` where one is set, else the headless shell that comes with
 * `@sparticuz/chromium`, unpacked once per version.
 *
 * @throws {OperationalError} `browser-missing`
 */
export async function chromiumBinary(): Promise<string> {
  const wanted = process.env.PROVISO_CHROMIUM ?? process.env.PUPPETEER_EXECUTABLE_PATH
  if (wanted !== undefined && wanted !== '') {
    if (existsSync(wanted)) return wanted
    throw new OperationalError(
      'browser-missing',
      `${wanted} does not exist`,
      'Mend PUPPETEER_EXECUTABLE_PATH, or unset it to use the browser that npm installed.',
    )
  }
  const folder = packageFolder('@sparticuz/chromium')
  const packed = join(folder, 'bin', 'chromium.br')
  if (!existsSync(packed)) throw missingPackage('@sparticuz/chromium')
  const {version}: {readonly version: string} = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return cachedFile({key: `chromium-${version}-${process.arch}`, name: 'headless-shell', isExecutable: true}, async () =>
    unpack(await readFile(packed)),
  )
}

const unpack = promisify(brotliDecompress)

/** Folder of an installed package. */
export function packageFolder(name: string): string {
  const require = createRequire(import.meta.url)
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    for (const folder of require.resolve.paths(name) ?? []) if (existsSync(join(folder, name, 'package.json'))) return join(folder, name)
    throw missingPackage(name)
  }
}

function missingPackage(name: string): OperationalError {
  return new OperationalError('package-missing', `The package ${name} is not installed`, 'Run `npm ci`.')
}
