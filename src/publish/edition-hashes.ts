import {type Agreement, canonicalJson, canonicalTree, resolveParameters} from '../compiler/index.ts'
import {sha256} from './sha256.ts'

/** SHA-256 of a source, of its canonical tree with placeholders unresolved, and of the values that fill them where there are any. */
export function editionHashes(
  source: string,
  frozen: Agreement,
  values: Readonly<Record<string, string | number>>,
): {readonly sourceSha256: string; readonly treeSha256: string; readonly parametersSha256?: string} {
  const parameters = usedParameters(frozen, values)
  return {
    sourceSha256: sha256(source),
    treeSha256: sha256(canonicalTree(frozen)),
    ...(parameters ? {parametersSha256: sha256(canonicalJson(parameters))} : {}),
  }
}

/** Values of the placeholders that the text has; `undefined` where it has none. */
export function usedParameters(
  frozen: Agreement,
  values: Readonly<Record<string, string | number>>,
): Record<string, string | number> | undefined {
  const {used} = resolveParameters(frozen, values)
  const own = Object.entries(values).filter(([name]) => used.has(name))
  return own.length === 0 ? undefined : Object.fromEntries(own)
}
