import type {Facts} from '../analyze/index.ts'
import {bodySpans, type Clause} from '../clause-tree/index.ts'
import type {Alignment} from './alignment/align.ts'
import {foldText} from './alignment/fold-text.ts'
import {saysTheSame, type Unit, unitText} from './alignment/unit.ts'
import type {Aspect, Change, ChangeKind, DiffDiagnostic, Effect} from './change.ts'
import {compareTables, joinedSegments, type RowChange} from './compare-tables.ts'
import type {ComparedVersion} from './compared-version.ts'
import {limitationEffects} from './effects/limitation-effects.ts'
import {quantityEffects} from './effects/quantity-effects.ts'
import {wordEffects} from './effects/word-effects.ts'
import {compareEmphasis} from './emphasis-change.ts'
import {hasNewNumber} from './label-change.ts'
import {materialityOf} from './materiality.ts'
import {placeOf} from './place.ts'
import {compareReferences, type PathMap, staleReference} from './references.ts'
import type {CompareWording, Segment} from './wording/wording.ts'

/** Facts of one clause that a comparison needs. */
export interface ClauseFacts {
  readonly limitations: Facts['limitations']
  readonly references: Facts['references']
  readonly dates: Facts['dates']
  readonly noticePeriods: Facts['noticePeriods']
}

/** What every comparison of clauses shares. */
export interface PairContext {
  readonly from: ComparedVersion
  readonly to: ComparedVersion
  readonly alignment: Alignment
  readonly paths: PathMap
  readonly factsFrom: ReadonlyMap<string, ClauseFacts>
  readonly factsTo: ReadonlyMap<string, ClauseFacts>
  readonly compareWording: CompareWording
  /** Names of the parties in the new version. */
  readonly partyNames: readonly string[]
}

/** What differs between a clause and its later version; no change where only the number does, or nothing. */
export function comparePair(
  context: PairContext,
  from: Unit,
  to: Unit,
): {readonly change?: Change; readonly diagnostics: readonly DiffDiagnostic[]} {
  const {moved, releveled} = context.alignment
  const old = context.factsFrom.get(from.clause.path) ?? NO_FACTS
  const now = context.factsTo.get(to.clause.path) ?? NO_FACTS
  const references =
    old.references.length > 0 && now.references.length > 0
      ? compareReferences(from, to, old.references, now.references, context.paths)
      : undefined
  const diagnostics = references?.stale.map((stale) => staleReference(to.clause.path, stale)) ?? []
  const isMoved = moved.has(from.index)
  const isSameText = from.text === to.text && from.heading === to.heading
  if (isSameText && !isMoved && !releveled.has(from.index) && haveEqualLooks(from.clause, to.clause)) return {diagnostics}
  const aspects: Aspect[] = []
  const hasEqualWords = haveEqualWords(from, to)
  const isTextOfTitle = (from.text === '') !== (to.text === '') && (from.heading === '') !== (to.heading === '')
  const isRetitled = !hasEqualWords && !isTextOfTitle && from.heading !== to.heading && foldText(from.heading) !== foldText(to.heading)
  const isReworded =
    !hasEqualWords &&
    (isTextOfTitle || from.text !== to.text) &&
    ((references === undefined && from.hash !== to.hash && from.heading === to.heading) ||
      foldText(references?.from ?? (isTextOfTitle ? unitText(from) : from.text)) !==
        foldText(references?.to ?? (isTextOfTitle ? unitText(to) : to.text)))
  const follows = (references?.effects.length ?? 0) > 0
  const isRespelled =
    !isSameText && !isRetitled && !isReworded && !(follows && from.heading === to.heading && references?.from === references?.to)
  if (isReworded || isRespelled) aspects.push('wording')
  if (isMoved) aspects.push('position')
  if (hasNewNumber(from.clause, to.clause)) aspects.push('label')
  if (isRetitled) aspects.push('heading')
  const {segments, rows = []} = isSameText ? {} : compareTexts(from, to, context.compareWording)
  const emphasis = compareEmphasis(from.clause, to.clause, segments)
  if (emphasis.lost.length + emphasis.gained.length > 0) aspects.push('emphasis')
  if (releveled.has(from.index)) aspects.push('structure')
  if (follows) aspects.push('reference')
  if (linksOf(from.clause) !== linksOf(to.clause)) aspects.push('link')
  const kind = strongest(aspects)
  if (kind === undefined) return {diagnostics}
  const effects: Effect[] = [
    ...(isReworded || isRetitled
      ? [
          ...quantityEffects(
            {text: from.text, noticePeriods: old.noticePeriods},
            {text: to.text, noticePeriods: now.noticePeriods},
            segments ?? [],
          ),
          ...wordEffects(segments ?? [], context.partyNames),
          ...limitationEffects(old.limitations, now.limitations, segments),
        ]
      : []),
    ...emphasis.lost.map((words) => ({kind: 'emphasis-lost' as const, from: words})),
    ...emphasis.gained.map((words) => ({kind: 'emphasis-gained' as const, to: words})),
    ...(references?.effects ?? []),
  ]
  const change: Change = {
    kind,
    aspects,
    from: [placeOf(from.clause, context.from.ids)],
    to: [placeOf(to.clause, context.to.ids)],
    ...(segments ? {segments} : {}),
    ...(rows.length > 0 ? {rows} : {}),
    effects,
    ...materialityOf({
      kind,
      aspects,
      effects,
      segments,
      isLimiting: [...old.limitations, ...now.limitations].some(
        ({strength, benefits}) => strength === 'definite' && benefits === 'provider',
      ),
      isDateline: old.dates.length > 0 && now.dates.length > 0 && withoutDates(from.text) === withoutDates(to.text),
    }),
  }
  return {change, diagnostics}
}

/** Title and text of two clauses; tables row by row. */
function compareTexts(
  from: Unit,
  to: Unit,
  compareWording: CompareWording,
): {readonly segments: readonly Segment[]; readonly rows?: readonly RowChange[]} {
  const [old, now] = [from.clause.body, to.clause.body]
  if (old?.type !== 'table' || now?.type !== 'table' || (from.heading === '') !== (to.heading === ''))
    return {segments: compareWording(unitText(from), unitText(to))}
  const {segments, rows} = compareTables(old, now, compareWording)
  if (from.heading === '') return {segments, rows}
  return {segments: joinedSegments([...compareWording(from.heading, to.heading), {op: 'equal', text: '\n'}, ...segments]), rows}
}

/** Facts of a clause that has none. */
export const NO_FACTS: ClauseFacts = {limitations: [], references: [], dates: [], noticePeriods: []}

/** The kind of a change by all that differs; `undefined` where at most the number does. */
function strongest(aspects: readonly Aspect[]): ChangeKind | undefined {
  if (aspects.includes('position')) return 'moved'
  if (aspects.includes('wording')) return 'modified'
  if (aspects.includes('heading')) return 'retitled'
  if (aspects.includes('emphasis')) return 'emphasis'
  if (aspects.includes('reference') || aspects.includes('link')) return 'modified'
  if (aspects.includes('structure')) return 'modified'
  return undefined
}

/** Whether two clauses say the same, noise apart, even if a title became part of the text. */
function haveEqualWords(from: Unit, to: Unit): boolean {
  if ((from.heading === '') === (to.heading === '')) return saysTheSame(from, to)
  return foldText(unitText(from)) === foldText(unitText(to))
}

/** Marks and links of two clauses with the same text. */
function haveEqualLooks(from: Clause, to: Clause): boolean {
  return from === to || looksOf(from) === looksOf(to)
}

function looksOf(clause: Clause): string {
  let looks = ''
  for (const spans of bodySpans(clause.body))
    for (const {value, marks, link} of spans)
      if (marks.length > 0 || link) looks += `${looks.length}:${value.length}${marks.join()}${link?.url ?? ''};`
      else looks += value.length
  return looks
}

/** Targets of links, each once where several spans of one link follow each other. */
function linksOf(clause: Clause): string {
  let [links, last] = ['', '']
  for (const spans of bodySpans(clause.body))
    for (const {link} of spans)
      if (link && link.url !== last) {
        links += `${link.url}\n`
        last = link.url
      }
  return links
}

function withoutDates(text: string): string {
  return foldText(
    text.replace(
      /\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?|[\p{L}]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}\.?\s[\p{L}]{3,9}\s\d{4}|[\d:]+/gu,
      '',
    ),
  )
}
