import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** The folder of the project. */
export const root = join(import.meta.dirname, '../..')
/** The command line as it is installed; `npm run build` makes it. */
export const main = join(root, 'lib/program/proviso.js')

/** How a command ended. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line as its users do. */
export function proviso(
  args: readonly string[],
  options: {readonly cwd?: string; readonly input?: string | Uint8Array; readonly env?: Record<string, string>} = {},
): Promise<Run> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      {cwd: options.cwd ?? root, env: {...process.env, NO_COLOR: '1', ...options.env}, maxBuffer: 1 << 28},
      (error, out, err) => {
        done({code: typeof error?.code === 'number' ? error.code : 0, out, err})
      },
    )
    child.stdin?.end(options.input ?? '')
  })
}

/** A new folder with files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-cli-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), content)
  }
  return folder
}
