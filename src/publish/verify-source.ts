import {canonicalClauses, canonicalTree, flattenClauses, type Manifest, readSource, TREE_ENGINE} from '../compiler/index.ts'
import {sha256} from './sha256.ts'
import type {VerificationCheck} from './verification.ts'

/** Checks a frozen source: its bytes, the tree that it reads as, and the clause ids. Says which clauses were altered. */
export function verifySource(
  bytes: Uint8Array | undefined,
  path: string,
  {engine, clauseIds, clauseDigests}: Manifest,
  {locale, sourceSha256, treeSha256}: Manifest['locales'][number],
): VerificationCheck[] {
  if (!bytes) return [{id: 'source', outcome: 'failed', message: `${path} is missing`}]
  const [text] = readSource(new TextDecoder().decode(bytes), locale)
  const actual = sha256(bytes)
  const isKnownReading = engine.tree === TREE_ENGINE
  const altered = text && isKnownReading ? alteredClauses(canonicalClauses(text.agreement), clauseDigests[locale] ?? {}) : []
  const checks: VerificationCheck[] = [
    actual === sourceSha256
      ? {id: 'source', outcome: 'ok', message: path}
      : {
          id: 'source',
          outcome: 'failed',
          message: `${path} was altered${whereAltered(altered, isKnownReading)}`,
          expected: sourceSha256,
          actual,
        },
  ]
  if (!isKnownReading)
    return [...checks, {id: 'tree', outcome: 'skipped', message: `${path} was read by ${engine.tree}, which is not ours (${TREE_ENGINE})`}]
  const tree = text ? sha256(canonicalTree(text.agreement)) : ''
  checks.push(
    tree === treeSha256
      ? {id: 'tree', outcome: 'ok', message: path}
      : {id: 'tree', outcome: 'failed', message: `${path} reads as another tree`, expected: treeSha256, actual: tree},
  )
  const ids = clauseIds[locale] ?? {}
  const paths = text ? flattenClauses(text.agreement).map((clause) => clause.path) : []
  const isComplete = paths.length === Object.keys(ids).length && paths.every((clause) => ids[clause] !== undefined)
  const isUnique = new Set(Object.values(ids)).size === Object.keys(ids).length
  if (isComplete && isUnique) checks.push({id: 'clause-ids', outcome: 'ok', message: `${paths.length} clauses of ${path}`})
  else checks.push({id: 'clause-ids', outcome: 'failed', message: `The clauses of ${path} are not those that have ids`})
  return checks
}

function alteredClauses(clauses: ReadonlyMap<string, string>, digests: Readonly<Record<string, string>>): string[] {
  const changed = [...clauses].filter(([path, json]) => digests[path] !== sha256(json).slice(0, 16)).map(([path]) => path)
  const lost = Object.keys(digests).filter((path) => !clauses.has(path))
  return [...changed, ...lost]
}

function whereAltered(paths: readonly string[], isKnownReading: boolean): string {
  if (!isKnownReading) return ''
  if (paths.length === 0) return ': its layout only, all clauses say the same'
  const shown = paths.slice(0, 8).join(', ')
  return `: ${paths.length === 1 ? 'clause' : 'clauses'} ${shown}${paths.length > 8 ? ` and ${paths.length - 8} more` : ''}`
}
