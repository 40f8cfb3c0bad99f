import {expect} from 'vitest'
import {bodySpans, flattenClauses, type Span} from '../../src/compiler/clause-tree/index.ts'
import {parse} from '../../src/compiler/parse/index.ts'
import {expectSameText} from './same-text.ts'
import {piecesOf, squash, visibleText} from './visible-text.ts'

/** Expects every visible character of a source at exactly one place of its trees, in order. */
export function expectNothingLost(source: string): void {
  const agreements = parse(source).agreements.map(({agreement}) => agreement)
  const droppedAt = new Set(agreements.flatMap(({dropped}) => dropped.map(({position}) => position.start.offset ?? 0)))
  const pieces = agreements.map(piecesOf)
  for (const {clauses} of pieces) {
    const offsets = clauses.map(({offset}) => offset)
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
  }
  expectSameText(squash(pieces.flatMap(({front, clauses}) => [...front, ...clauses])), visibleText(source, droppedAt))
}

/** Expects the positions of all texts to hold them, and lines and columns to fit offsets. */
export function expectTruePositions(source: string): void {
  for (const {agreement} of parse(source).agreements) {
    const clauses = [...agreement.frontMatter, ...flattenClauses(agreement)]
    const spans: Span[] = [...agreement.titles.flatMap(({spans: title}) => title)]
    for (const {heading, body} of clauses) spans.push(...(heading?.spans ?? []), ...bodySpans(body).flat())
    for (const {value, position} of spans) {
      const start = position.start.offset ?? -1
      const end = position.end.offset ?? -1
      expect(end).toBeGreaterThanOrEqual(start)
      if (end - start === value.length && value.trim() !== '') expect(source.slice(start, end).replaceAll('\0', '\ufffd')).toBe(value)
    }
    for (const {position} of [...clauses, ...spans, ...clauses.flatMap(({label}) => (label ? [label] : [])), ...agreement.dropped])
      for (const point of [position.start, position.end]) {
        const before = source.slice(0, point.offset).split(/\r\n|\r|\n/)
        expect(point).toEqual({line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset: point.offset})
      }
  }
}
