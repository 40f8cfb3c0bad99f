import {join, normalize, sep} from 'node:path'
import type {OutputFolder} from '../publish/index.ts'
import {OperationalError} from './operational-error.ts'
import {writeWhole} from './write-whole.ts'

/** A folder on disk as a place to publish to. Paths that lead out of it are refused. */
export function openOutputFolder(root: string): OutputFolder {
  return {
    write: async (path, content) => {
      const target = normalize(join(root, path))
      if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
        throw new OperationalError('path-outside', `${path} leads out of ${root}`, 'Mend the id or the language.', {isMissing: false})
      await writeWhole(target, content)
    },
  }
}
