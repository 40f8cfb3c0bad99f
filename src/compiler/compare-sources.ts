import {analyze} from './analyze/index.ts'
import type {Agreement} from './clause-tree/index.ts'
import type {CompiledAgreement} from './compile.ts'
import {type AgreementDiff, type ComparedVersion, compareAgreements, pairAgreements} from './diff/index.ts'

/** One agreement in two versions, and what differs. */
export interface Comparison {
  readonly from: ComparedVersion
  readonly to: ComparedVersion
  readonly diff: AgreementDiff
}

/** A source with all agreements in it, and how a diff names it. */
export interface ComparedSource {
  readonly compiled: readonly CompiledAgreement[]
  readonly side?: ComparedVersion['side']
  /** Permanent clause ids by path, where the version was published. */
  readonly ids?: ReadonlyMap<string, string>
}

/** Compares each agreement of a source with its counterpart; one without a counterpart is added or removed as a whole. */
export function compareSources(from: ComparedSource, to: ComparedSource): Comparison[] {
  const pairs = pairAgreements(
    from.compiled.map(({agreement}) => agreement),
    to.compiled.map(({agreement}) => agreement),
  )
  return pairs.map((pair) => {
    const [old, now] = [version(from, pair.from), version(to, pair.to)]
    const [before, after] = [old ?? emptyVersion(now, from), now ?? emptyVersion(old, to)]
    return {from: before, to: after, diff: compareAgreements(before, after)}
  })
}

function version({compiled, side, ids}: ComparedSource, index: number | undefined): ComparedVersion | undefined {
  const found = index === undefined ? undefined : compiled[index]
  return found ? {agreement: found.agreement, facts: found.facts, ...(side ? {side} : {}), ...(ids ? {ids} : {})} : undefined
}

function emptyVersion(other: ComparedVersion | undefined, {side}: ComparedSource): ComparedVersion {
  const agreement: Agreement = {
    type: 'agreement',
    locale: other?.agreement.locale ?? 'en',
    titles: [],
    frontMatter: [],
    clauses: [],
    dropped: [],
  }
  return {agreement, facts: analyze(agreement), ...(side ? {side} : {})}
}
