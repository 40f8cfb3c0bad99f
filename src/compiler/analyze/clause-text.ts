import {type Agreement, type Clause, flattenClauses, headingText, ownText, positionInSpans} from '../clause-tree/index.ts'
import {foldWidth} from './fold-width.ts'

/** A clause with the text that analyses search: own text, or the title where there is none; width folded, offsets kept. */
export interface ClauseText {
  readonly clause: Clause
  readonly text: string
  /** Source range of a part of the text. */
  position(start: number, end: number): Clause['position']
}

/** All clauses that have words. */
export function clauseTexts(agreement: Agreement): readonly ClauseText[] {
  const known = cache.get(agreement)
  if (known) return known
  const texts = flattenClauses(agreement).flatMap((clause) => {
    const own = ownText(clause)
    const text = own === '' ? headingText(clause.heading) : own
    return text === '' ? [] : [{clause, text: foldWidth(text), position: (start: number, end: number) => placeOf(clause, start, end)}]
  })
  cache.set(agreement, texts)
  return texts
}

const cache = new WeakMap<Agreement, readonly ClauseText[]>()

function placeOf({body, heading, position}: Clause, start: number, end: number): Clause['position'] {
  if (body?.type === 'paragraph') return positionInSpans(body.spans, start, end) ?? position
  if (body?.type === 'preformatted') return body.position
  if (body?.type === 'table') {
    let from = 0
    for (const row of body.rows) {
      for (const cell of row.cells) {
        const length = cell.spans.reduce((sum, span) => sum + span.value.length, 0)
        if (start < from + length + 1) return positionInSpans(cell.spans, start - from, end - from) ?? cell.position
        from += length + 1
      }
    }
    return position
  }
  return positionInSpans(heading?.spans ?? [], start, end) ?? position
}
