import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** SHA-256 over this program and the pins of its dependencies: what else may change a page beside sources, settings and templates. */
export function engineKey(): string {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const names = readdirSync(root, {recursive: true})
    .map(String)
    .filter((name) => /\.(?:js|ts)$/.test(name) && !name.endsWith('.d.ts') && !IN_FEW_FILES.test(name))
  const hash = createHash('sha256')
  for (const file of [join(root, '..', 'package.json'), ...names.sort().map((name) => join(root, name))]) hash.update(readFileSync(file))
  return hash.digest('hex')
}

/** The same program once more, bundled. */
const IN_FEW_FILES = /^program[\\/]/
