import {readdirSync, readFileSync} from 'node:fs'

/** A process of a browser that this process started. */
export interface BrowserProcess {
  readonly pid: number
  /** `browser` for the one that all others hang at. */
  readonly type: string
}

/** Processes below this one that belong to a headless browser, by /proc. */
export function browserProcesses(): BrowserProcess[] {
  const parents = new Map<number, number>()
  const commands = new Map<number, string>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state === 'Z') continue
      parents.set(Number(name), Number(parent))
      commands.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' '))
    } catch {
      // The process ended while it was looked at.
    }
  }
  const isOurs = (pid: number | undefined): boolean => pid !== undefined && (pid === process.pid || isOurs(parents.get(pid)))
  return [...commands]
    .filter(([pid, command]) => pid !== process.pid && /headless|chromium/.test(command) && isOurs(parents.get(pid)))
    .map(([pid, command]) => ({pid, type: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser'}))
}
