import type {AgreementSettings} from './agreement-settings.ts'

/** Values of parameters in one language; a value given for other languages only is no value. Later sets win over earlier ones. */
export function parametersFor(
  locale: string,
  ...sets: readonly (AgreementSettings['parameters'] | undefined)[]
): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const set of sets) {
    for (const [name, value] of Object.entries(set ?? {})) {
      const own = typeof value === 'object' ? value[locale] : value
      if (own !== undefined) values[name] = own
    }
  }
  return values
}
