import {type ReferenceFact, referencePlaces} from '../analyze/index.ts'
import type {Matching} from './alignment/matching.ts'
import type {Unit} from './alignment/unit.ts'
import type {DiffDiagnostic, Effect} from './change.ts'

/** Where the clauses of the old version stand in the new one, by path. */
export type PathMap = ReadonlyMap<string, string>

/** Paths of the old version → paths of the new one, for matched clauses. */
export function pathMap({a, b, toB}: Matching): PathMap {
  const paths = new Map<string, string>()
  for (const unit of a) {
    const partner = b[toB[unit.index] ?? -1]
    if (partner) paths.set(unit.clause.path, partner.clause.path)
  }
  return paths
}

/** References of one clause in both versions. */
export interface ComparedReferences {
  /** Old text with its references replaced by placeholders, where they follow the clauses they mean. */
  readonly from: string
  readonly to: string
  readonly effects: readonly Effect[]
  readonly stale: readonly {readonly fact: ReferenceFact; readonly expected: string}[]
}

/** Sets references apart that only follow a renumbering, and finds those that should have followed and did not. */
export function compareReferences(
  from: Unit,
  to: Unit,
  old: readonly ReferenceFact[],
  now: readonly ReferenceFact[],
  paths: PathMap,
): ComparedReferences {
  const following = {from: new Set<ReferenceFact>(), to: new Set<ReferenceFact>()}
  const effects: Effect[] = []
  const stale: {fact: ReferenceFact; expected: string}[] = []
  const open = now.filter(isWithin)
  for (const reference of old) {
    if (reference.target === undefined || reference.external) continue
    const meant = paths.get(reference.target)
    if (meant === undefined) continue
    const at = open.findIndex((other) => other.target === meant)
    const match = at >= 0 ? open.splice(at, 1)[0] : undefined
    if (match && match.text !== reference.text) {
      following.from.add(reference)
      following.to.add(match)
      effects.push({kind: 'reference', from: reference.text, to: match.text})
    } else if (!match && meant !== reference.target) {
      const unchanged = open.findIndex((other) => other.text === reference.text)
      const fact = unchanged >= 0 ? open.splice(unchanged, 1)[0] : undefined
      if (fact && isNumbered(fact.text)) stale.push({fact, expected: meant})
    }
  }
  return {from: withPlaceholders(from.text, old, following.from), to: withPlaceholders(to.text, now, following.to), effects, stale}
}

function withPlaceholders(text: string, references: readonly ReferenceFact[], following: ReadonlySet<ReferenceFact>): string {
  return referencePlaces(text, references.filter(isWithin))
    .filter(({fact}) => following.has(fact))
    .reduceRight((rest, {start, end}) => rest.slice(0, start) + PLACEHOLDER + rest.slice(end), text)
}

/** Whether it refers to a clause of the agreement. */
function isWithin({target, external}: ReferenceFact): boolean {
  return target !== undefined && !external
}

/** A reference that still gives the old number of a clause that has another one now. */
export function staleReference(path: string, {fact, expected}: ComparedReferences['stale'][number]): DiffDiagnostic {
  return {
    ruleId: 'reference-not-followed',
    severity: 'warning',
    message: `Unexpected reference \`${fact.text}\` to ${fact.target ?? 'nothing'}, expected ${expected}, where the clause it meant stands now`,
    path,
    position: fact.position,
    actual: fact.text,
    expected,
  }
}

const PLACEHOLDER = '\u0001'

/** `本条`, `this Section` name no number that could be wrong. */
function isNumbered(text: string): boolean {
  return /[\d〇零一二三四五六七八九十百]|\b[IVX]+\b/.test(text)
}
