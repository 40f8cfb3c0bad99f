import type {Change, Replacement} from './change.ts'
import type {Segment} from './wording.ts'

/** Times that the same words must have been exchanged to be told as one thing. */
const LEAST = 4

/** Finds words that were exchanged for the same others all over the text, and marks the changes that consist of nothing else. */
export function withReplacements(changes: readonly Change[]): {
  readonly changes: readonly Change[]
  readonly replacements: readonly Replacement[]
} {
  const counts = new Map<string, {from: string; to: string; count: number; paths: Set<string>}>()
  for (const {segments, to} of changes)
    for (const {from: old, to: now} of exchanges(segments ?? [])) {
      const key = `${old}\u0000${now}`
      const known = counts.get(key) ?? {from: old, to: now, count: 0, paths: new Set<string>()}
      known.count += 1
      for (const {path} of to) known.paths.add(path)
      counts.set(key, known)
    }
  const common = [...counts.values()].filter(({count, paths}) => count >= LEAST && paths.size >= LEAST)
  if (common.length === 0) return {changes, replacements: []}
  common.sort((x, y) => y.count - x.count || (x.from < y.from ? -1 : 1))
  const indexOf = new Map(common.map(({from, to}, index) => [`${from}\u0000${to}`, index]))
  const marked = changes.map((change): Change => {
    const {segments = [], kind} = change
    const pairs = exchanges(segments)
    const rest = segments.filter(({op}) => op !== 'equal').length - 2 * pairs.length
    const known = pairs.map(({from, to}) => indexOf.get(`${from}\u0000${to}`))
    const [first] = known
    if (kind !== 'modified' && kind !== 'retitled' && kind !== 'moved') return change
    if (pairs.length === 0 || rest !== 0 || first === undefined || known.some((index) => index === undefined)) return change
    const isParameter = pairs.every(({from, to}) => PARAMETER.test(from) || PARAMETER.test(to))
    return {
      ...change,
      replacement: first,
      effects: change.effects.filter((effect) => !effect.kind.startsWith('limitation') && !(isParameter && effect.kind === 'party')),
      ...(isParameter
        ? {materiality: 'editorial' as const, reason: 'a name was exchanged for a parameter, or back, all over the text'}
        : {reason: 'the same words were exchanged all over the text'}),
    }
  })
  return {changes: marked, replacements: common.map(({paths, ...replacement}) => ({...replacement, paths: [...paths]}))}
}

const PARAMETER = /^\{\{[^{}]+\}\}$/

/** Words that stand in the place of others. */
function exchanges(segments: readonly Segment[]): {readonly from: string; readonly to: string}[] {
  return segments.flatMap((segment, index) => {
    const next = segments[index + 1]
    return segment.op === 'delete' && next?.op === 'insert' && segment.text.length <= 60 && next.text.length <= 60
      ? [{from: segment.text.trim(), to: next.text.trim()}]
      : []
  })
}
