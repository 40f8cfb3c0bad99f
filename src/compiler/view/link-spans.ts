import type {Facts, ReferenceFact} from '../analyze/index.ts'
import {type Clause, mergeSpans, type Span, sliceSpans, spansText} from '../clause-tree/index.ts'
import type {SpanView} from './agreement-view.ts'

/** Spans of a clause's text → what renderers see, with links to the clauses that it names and the terms that it uses. */
export type SpanLinker = (clause: Clause, spans: readonly Span[]) => SpanView[]

/**
 * A linker for one agreement, to be asked clause by clause in reading order. A term is linked where a section first uses it, and not
 * where it stands for a party: `you` in every sentence would only be noise.
 */
export function createSpanLinker(facts: Facts, clauseAnchor: (path: string) => string): SpanLinker {
  const references = new Map<string, ReferenceFact[]>()
  for (const fact of facts.references)
    if (fact.target !== undefined && fact.target !== fact.path) references.set(fact.path, [...(references.get(fact.path) ?? []), fact])
  const terms = termPaths(facts)
  const pattern = termPattern([...terms.keys()])
  const linked = new Map<string, Set<string>>()

  return (clause, spans) => {
    const places: Place[] = []
    for (const {target = '', position} of references.get(clause.path) ?? []) {
      const range = rangeOf(spans, position.start.offset ?? 0, position.end.offset ?? 0)
      if (range) places.push({...range, kind: 'reference', anchor: clauseAnchor(target)})
    }
    if (pattern) {
      const section = clause.path.split('.')[0] ?? ''
      const seen = linked.get(section) ?? new Set()
      linked.set(section, seen)
      for (const match of spansText(spans).matchAll(pattern)) {
        const [term] = match
        const path = terms.get(term)
        const range = {start: match.index, end: match.index + term.length}
        if (path === undefined || path === clause.path || seen.has(term) || places.some((place) => overlaps(place, range))) continue
        seen.add(term)
        places.push({...range, kind: 'term', anchor: clauseAnchor(path)})
      }
    }
    return withPlaces(spans, places)
  }
}

/** Spans without links of ours: titles, and text outside the clauses. */
export function spanViews(spans: readonly Span[]): SpanView[] {
  return mergeSpans(spans).map(({position: _, ...span}) => span)
}

interface Range {
  readonly start: number
  readonly end: number
}

interface Place extends Range {
  readonly kind: 'reference' | 'term'
  readonly anchor: string
}

function termPaths({terms, parties}: Facts): Map<string, string> {
  const names = new Set(parties.flatMap((party) => party.names))
  const paths = new Map<string, string>()
  for (const {term, path} of terms) if (term.length > 1 && !term.includes(' / ') && !names.has(term)) paths.set(term, path)
  return paths
}

function termPattern(terms: readonly string[]): RegExp | undefined {
  if (terms.length === 0) return undefined
  const longestFirst = [...terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(
    longestFirst
      .map((term) => {
        const escaped = term.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
        return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(term)
          ? escaped
          : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`
      })
      .join('|'),
    'gu',
  )
}

/** Part of the text that stands between two offsets of the source; text that is no copy of its source counts as one piece. */
function rangeOf(spans: readonly Span[], from: number, to: number): Range | undefined {
  let offset = 0
  let range: Range | undefined
  for (const {value, position} of spans) {
    const start = position.start.offset ?? 0
    const end = position.end.offset ?? 0
    if (start < to && end > from) {
      const isCopy = end - start === value.length
      const part = {
        start: offset + (isCopy ? Math.max(0, from - start) : 0),
        end: offset + (isCopy ? Math.min(value.length, to - start) : value.length),
      }
      range = {start: range?.start ?? part.start, end: part.end}
    }
    offset += value.length
  }
  return range
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && a.end > b.start
}

function withPlaces(spans: readonly Span[], places: readonly Place[]): SpanView[] {
  const views: SpanView[] = []
  let from = 0
  for (const {start, end, kind, anchor} of [...places].sort((a, b) => a.start - b.start)) {
    const inner = sliceSpans(spans, start, end)
    if (start < from || inner.some(({link, image, value}) => link !== undefined || image !== undefined || value === '\n')) continue
    views.push(...spanViews(sliceSpans(spans, from, start)), ...spanViews(inner).map((span) => ({...span, place: {kind, anchor}})))
    from = end
  }
  return [...views, ...spanViews(sliceSpans(spans, from, Number.POSITIVE_INFINITY))]
}
