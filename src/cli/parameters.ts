import {OperationalError} from '../io/index.ts'

/** Reads `--param name=value` options. */
export function readParameters(options: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    options.map((option) => {
      const match = /^([A-Za-z_][\w.-]*)=(.*)$/s.exec(option)
      if (!match)
        throw new OperationalError('parameter-malformed', `--param ${option} is no name and value`, 'Write `--param name=value`.', {
          isMissing: false,
        })
      return [match[1] ?? '', match[2] ?? '']
    }),
  )
}
