import type {Facts} from '../analyze/index.ts'
import type {Agreement, Clause} from '../clause-tree/index.ts'
import {type Alignment, align} from './alignment/align.ts'
import type {Matching} from './alignment/matching.ts'
import {unitsOf} from './alignment/unit.ts'
import {aloneChange} from './alone-change.ts'
import type {AgreementDiff, Change, ChangeKind, DiffDiagnostic} from './change.ts'
import {type ClauseFacts, comparePair, type PairContext} from './compare-pair.ts'
import {compareParts} from './compare-parts.ts'
import type {ComparedVersion} from './compared-version.ts'
import {partyNames} from './effects/word-effects.ts'
import {hasNewNumber} from './label-change.ts'
import {placeOf} from './place.ts'
import {pathMap} from './references.ts'
import {type Relabelled, renumberings} from './renumbering.ts'
import {withReplacements} from './replacements.ts'
import {type HanTokens, tokenizer} from './wording/tokenize.ts'
import {wordingComparer} from './wording/wording.ts'

/** Version of tokenizer and matcher; goes up with every change that reads some texts differently. */
export const DIFF_ENGINE = 'proviso-diff/3'

/**
 * What differs between two versions, clause by clause.
 * Deterministic: the work is bounded by counts, never by a clock. Exchanging the versions gives the mirror image.
 */
export function compareAgreements(from: ComparedVersion, to: ComparedVersion): AgreementDiff {
  const alignment = alignVersions(from.agreement, to.agreement)
  const {matching, splits, merges} = alignment
  const context: PairContext = {
    from,
    to,
    alignment,
    paths: pathMap(matching),
    factsFrom: byPath(from.facts),
    factsTo: byPath(to.facts),
    compareWording: wordingComparer(tokenizer(to.agreement.locale, termsOf(from.facts, to.facts), hanTokensFor(matching))),
    partyNames: partyNames(to.facts.parties),
  }
  const placed: {order: number; change: Change}[] = []
  const relabelled: Relabelled[] = []
  const diagnostics: DiffDiagnostic[] = []
  const [inPartsA, inPartsB] = [
    new Set([...splits.map(({whole}) => whole), ...merges.flatMap(({parts}) => parts)]),
    new Set([...merges.map(({whole}) => whole), ...splits.flatMap(({parts}) => parts)]),
  ]
  const wholesB = new Set(merges.map(({whole}) => whole))
  let unchanged = 0
  for (const split of splits) placed.push({order: split.parts[0] ?? 0, change: compareParts(context, 'split', split)})
  for (const merge of merges) placed.push({order: merge.whole, change: compareParts(context, 'merged', merge)})
  let lastOrder = -1
  for (const unit of matching.a) {
    const partner = matching.b[matching.toB[unit.index] ?? -1]
    if (partner) lastOrder = partner.index
    if (inPartsA.has(unit.index)) continue
    if (!partner) {
      placed.push({order: lastOrder + 0.5, change: aloneChange(context, 'removed', unit)})
      continue
    }
    if (wholesB.has(partner.index)) continue
    const compared = comparePair(context, unit, partner)
    diagnostics.push(...compared.diagnostics)
    if (compared.change) placed.push({order: partner.index, change: compared.change})
    else if (hasNewNumber(unit.clause, partner.clause))
      relabelled.push({
        from: placeOf(unit.clause, from.ids),
        to: placeOf(partner.clause, to.ids),
        before: unit.clause.label?.values ?? [],
        after: partner.clause.label?.values ?? [],
        list: matching.b[partner.parent]?.clause.path ?? '',
        order: partner.index,
        oldOrder: unit.index,
      })
    else unchanged += 1
  }
  for (const unit of matching.b)
    if (matching.toA[unit.index] === -1 && !inPartsB.has(unit.index))
      placed.push({order: unit.index, change: aloneChange(context, 'added', unit)})
  const orderOf = new Map(relabelled.map(({to: place, order}) => [place, order]))
  for (const change of renumberings(relabelled)) placed.push({order: orderOf.get(change.to[0] ?? placeOf(NO_CLAUSE)) ?? 0, change})
  placed.sort((x, y) => x.order - y.order)
  const {changes, replacements} = withReplacements(placed.map(({change}) => change))
  return {
    schemaVersion: 1,
    engine: DIFF_ENGINE,
    from: {...from.side, locale: from.agreement.locale},
    to: {...to.side, locale: to.agreement.locale},
    summary: summaryOf(changes, unchanged),
    changes,
    replacements,
    pairs: matching.b.flatMap(({index, clause}) => {
      const partner = matching.a[matching.toA[index] ?? -1]
      return partner ? [{from: partner.clause.path, to: clause.path}] : []
    }),
    diagnostics: diagnostics.sort((x, y) => (x.position.start.offset ?? 0) - (y.position.start.offset ?? 0)),
  }
}

/** Length of changed clauses, both versions together, up to which their Han text is cut into words; finding words is dear. */
const MOST_WORDS = 300_000

function hanTokensFor({a, b, toB}: Matching): HanTokens {
  let length = 0
  for (const {index, text, weight} of a) {
    const partner = b[toB[index] ?? -1]
    if (partner && partner.text !== text) length += weight + partner.weight
  }
  return length <= MOST_WORDS ? 'words' : 'characters'
}

/** Aligns in one direction whatever the order of the arguments, so that the mirror image is exact. */
export function alignVersions(from: Agreement, to: Agreement): Alignment {
  const [a, b] = [unitsOf(from), unitsOf(to)]
  if (!isBefore(b, a)) return align(a, b)
  const {matching, splits, merges, moved, releveled} = align(b, a)
  const partner = (index: number) => matching.toB[index] ?? -1
  return {
    matching: {
      a: matching.b,
      b: matching.a,
      toB: matching.toA,
      toA: matching.toB,
      featuresA: matching.featuresB,
      featuresB: matching.featuresA,
    },
    splits: merges,
    merges: splits,
    moved: new Set([...moved].map(partner)),
    releveled: new Set([...releveled].map(partner)),
  }
}

/** A fixed order of two texts: by number of clauses, then by the first contents that differ. */
function isBefore(a: ReturnType<typeof unitsOf>, b: ReturnType<typeof unitsOf>): boolean {
  if (a.length !== b.length) return a.length < b.length
  const at = a.findIndex((unit, index) => unit.hash !== b[index]?.hash)
  if (at >= 0) return (a[at]?.hash ?? 0) < (b[at]?.hash ?? 0)
  const label = a.findIndex((unit, index) => unit.clause.path !== b[index]?.clause.path)
  return label >= 0 && (a[label]?.clause.path ?? '') < (b[label]?.clause.path ?? '')
}

function summaryOf(changes: readonly Change[], unchanged: number): AgreementDiff['summary'] {
  const summary: Record<'unchanged' | ChangeKind, number> = {
    unchanged,
    added: 0,
    removed: 0,
    modified: 0,
    moved: 0,
    renumbered: 0,
    split: 0,
    merged: 0,
    emphasis: 0,
    retitled: 0,
  }
  for (const {kind, to} of changes) summary[kind] += kind === 'renumbered' ? to.length : 1
  return summary
}

function termsOf(...facts: readonly Facts[]): string[] {
  return [...new Set(facts.flatMap(({terms, parties}) => [...terms.map(({term}) => term), ...parties.flatMap(({names}) => names)]))]
}

/** What a comparison needs of the facts, by path. */
function byPath({limitations, references, dates, noticePeriods}: Facts): PairContext['factsFrom'] {
  const map = new Map<string, {-readonly [K in keyof ClauseFacts]: ClauseFacts[K][number][]}>()
  const at = (path: string) => {
    const known = map.get(path)
    if (known) return known
    const fresh = {limitations: [], references: [], dates: [], noticePeriods: []}
    map.set(path, fresh)
    return fresh
  }
  for (const fact of limitations) at(fact.path).limitations.push(fact)
  for (const fact of references) at(fact.path).references.push(fact)
  for (const fact of dates) at(fact.path).dates.push(fact)
  for (const fact of noticePeriods) at(fact.path).noticePeriods.push(fact)
  return map
}

const NO_CLAUSE: Clause = {
  type: 'clause',
  kind: 'paragraph',
  path: '',
  children: [],
  position: {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
}
