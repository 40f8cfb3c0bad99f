import type {Span} from '../../clause-tree/index.ts'

/** Joins the lines of one wrapped paragraph, see {@link joinSpans}. */
export function joinAll(lines: readonly (readonly Span[])[]): readonly Span[] {
  const joined: Span[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    for (const span of last ? joinSpans([last], line).slice(1) : line) joined.push(span)
  }
  return joined
}

/**
 * Joins two lines of one wrapped paragraph: without anything next to a Han character, kana or full-width punctuation, else with one space.
 */
export function joinSpans(before: readonly Span[], after: readonly Span[]): readonly Span[] {
  const last = before.at(-1)
  const first = after[0]
  if (!last || !first) return [...before, ...after]
  if (WIDE_END.test(last.value.slice(-2)) || WIDE_START.test(first.value.slice(0, 2))) return [...before, ...after]
  const marks = last.marks.filter((mark) => first.marks.includes(mark))
  const link = last.link && last.link.url === first.link?.url ? {link: last.link} : {}
  return [...before, {value: ' ', marks, ...link, position: {start: last.position.end, end: first.position.start}}, ...after]
}

const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}]'
const WIDE_START = new RegExp(`^${WIDE}`, 'u')
const WIDE_END = new RegExp(`${WIDE}$`, 'u')
