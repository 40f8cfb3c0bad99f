import {type Run, runsText, sliceRuns} from '../run.ts'

/** Two joined lines, and whether the hyphen between them was one of the line end only. */
export interface HyphenJoin {
  readonly runs: readonly Run[]
  readonly isDropped: boolean
}

/** Joins two lines of a paragraph: nothing between them next to a wide character, else one space; a word cut by a hyphen is made whole. */
export function joinHyphenated(before: readonly Run[], after: readonly Run[], words: ReadonlySet<string>): HyphenJoin {
  const end = runsText(before)
  const start = runsText(after)
  const cut = /([A-Za-zÀ-ÿ]+(?:-[A-Za-zÀ-ÿ]+)*)[-\u00ad\u2010]$/.exec(end)
  const rest = /^[a-zà-ÿ]+/.exec(start)
  if (cut?.[1] && rest) {
    const isSoft = /[\u00ad\u2010]$/.test(end) || !keepsHyphen(cut[1], rest[0], words)
    return {runs: [...(isSoft ? sliceRuns(before, 0, end.length - 1) : before), ...after], isDropped: isSoft}
  }
  if (WIDE_END.test(end.slice(-2)) || WIDE_START.test(start.slice(0, 2)) || /[\p{L}\p{N}]\/$/u.test(end))
    return {runs: [...before, ...after], isDropped: false}
  const last = before.at(-1)
  const first = after[0]
  const marks = last && first ? last.marks.filter((mark) => first.marks.includes(mark)) : []
  const link = last?.link !== undefined && last.link === first?.link ? {link: last.link} : {}
  return {runs: [...before, {value: ' ', marks, ...link}, ...after], isDropped: false}
}

/** A compound such as `third-party` keeps its hyphen: the text writes it so elsewhere, or its first part only stands in compounds. */
function keepsHyphen(start: string, rest: string, words: ReadonlySet<string>): boolean {
  const [whole, compound] = [`${start}${rest}`.toLowerCase(), `${start}-${rest}`.toLowerCase()]
  if (words.has(compound)) return true
  if (words.has(whole)) return false
  return COMPOUND_STARTS.has(start.toLowerCase()) || start.includes('-')
}

const COMPOUND_STARTS: ReadonlySet<string> = new Set(
  'self third non well cross multi pre post co ex all high low long short real full part open one two first second best state set so up by on opt sub user end in-house'.split(
    ' ',
  ),
)

const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f\\u{20000}-\\u{3ffff}“”‘’—…]'
const WIDE_START = new RegExp(`^${WIDE}`, 'u')
const WIDE_END = new RegExp(`${WIDE}$`, 'u')
