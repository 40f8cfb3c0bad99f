import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** SHA-256 over this program and the pins of its dependencies: what else may change a page beside sources, settings and templates. */
export async function engineKey(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const names = (await readdir(root, {recursive: true})).map(String).filter((name) => /\.(?:js|ts)$/.test(name) && !name.endsWith('.d.ts'))
  const files = [join(root, '..', 'package.json'), ...names.sort().map((name) => join(root, name))]
  const hash = createHash('sha256')
  for (const content of await Promise.all(files.map((file) => readFile(file)))) hash.update(content)
  return hash.digest('hex')
}
