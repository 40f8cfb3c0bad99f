import {diffArrays} from 'diff'
import {type Candidate, heaviestIncreasing} from './increasing.ts'
import type {Tokenize} from './tokenize.ts'

/** A run of text that both versions have, or one of them. */
export interface Segment {
  readonly op: 'equal' | 'insert' | 'delete'
  readonly text: string
}

/**
 * Old and new text → runs; those that are deleted stand before those inserted at the same place.
 * Equal and deleted runs make the old text, equal and inserted ones the new one.
 * Exchanging the two texts exchanges insertions and deletions and changes nothing else.
 */
export function compareWording(from: string, to: string, tokenize: Tokenize): Segment[] {
  if (from === to) return from === '' ? [] : [{op: 'equal', text: from}]
  if (from > to) return compareWording(to, from, tokenize).map(exchanged).reduce<Segment[]>(deletedFirst, [])
  const head = commonHead(from, to)
  const tail = commonTail(from.slice(head), to.slice(head))
  const oldTokens = tokenize(from.slice(head, from.length - tail))
  const newTokens = tokenize(to.slice(head, to.length - tail))
  const runs: Segment[] = [{op: 'equal', text: from.slice(0, head)}]
  alignTokens(oldTokens, newTokens, runs, MAX_DEPTH)
  runs.push({op: 'equal', text: from.slice(from.length - tail)})
  return toSegments(cleaned(runs))
}

/** Tokens that are inserted or deleted at most until a text counts as rewritten; bounds the work, so that no clock decides. */
const MAX_EDITS = 400
/** Edits that are looked for without anchors first: light changes get the shortest account. */
const FEW_EDITS = 24
/** Levels of recursion into the stretches between anchors. */
const MAX_DEPTH = 8

/** The shortest account where little changed; else tokens that occur once on both sides are anchors, and what is between them is compared. */
function alignTokens(from: readonly string[], to: readonly string[], runs: Segment[], depth: number): void {
  let [start, endFrom, endTo] = [0, from.length, to.length]
  while (start < endFrom && start < endTo && from[start] === to[start]) start += 1
  while (endFrom > start && endTo > start && from[endFrom - 1] === to[endTo - 1]) {
    endFrom -= 1
    endTo -= 1
  }
  runs.push({op: 'equal', text: from.slice(0, start).join('')})
  alignMiddle(from.slice(start, endFrom), to.slice(start, endTo), runs, depth)
  runs.push({op: 'equal', text: from.slice(endFrom).join('')})
}

function alignMiddle(from: readonly string[], to: readonly string[], runs: Segment[], depth: number): void {
  const common = from.length === 0 || to.length === 0 ? 0 : commonCount(from, to)
  if (common === 0) return replace(from, to, runs)
  const leastEdits = from.length + to.length - 2 * common
  const isSmall = from.length + to.length <= FEW_EDITS * 2
  const shortest =
    isSmall || depth === 0 ? shortestRuns(from, to, MAX_EDITS) : leastEdits <= FEW_EDITS ? shortestRuns(from, to, FEW_EDITS) : undefined
  if (shortest) {
    runs.push(...shortest)
    return
  }
  const anchors = depth > 0 ? heaviestIncreasing(uniqueTokens(from, to)) : []
  if (anchors.length === 0) {
    const rest = shortestRuns(from, to, MAX_EDITS)
    if (rest) runs.push(...rest)
    else replace(from, to, runs)
    return
  }
  let [i, j] = [0, 0]
  for (const {a, b} of anchors) {
    alignTokens(from.slice(i, a), to.slice(j, b), runs, depth - 1)
    runs.push({op: 'equal', text: from[a] ?? ''})
    i = a + 1
    j = b + 1
  }
  alignTokens(from.slice(i), to.slice(j), runs, depth - 1)
}

/** Number of tokens that both texts have, in whatever order. */
function commonCount(from: readonly string[], to: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const token of from) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of to) {
    const left = counts.get(token) ?? 0
    if (left > 0) {
      common += 1
      counts.set(token, left - 1)
    }
  }
  return common
}

/** Tokens that both texts have once; the longer, the surer. */
function uniqueTokens(from: readonly string[], to: readonly string[]): Candidate[] {
  const [placesFrom, placesTo] = [onlyPlaces(from), onlyPlaces(to)]
  const candidates: Candidate[] = []
  for (const [token, a] of placesFrom) {
    const b = placesTo.get(token)
    if (a >= 0 && b !== undefined && b >= 0) candidates.push({a, b, weight: token.length})
  }
  return candidates
}

/** Place of each token; -1 where it occurs again. */
function onlyPlaces(tokens: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  tokens.forEach((token, index) => {
    places.set(token, places.has(token) ? -1 : index)
  })
  return places
}

function shortestRuns(from: readonly string[], to: readonly string[], maxEditLength: number): Segment[] | undefined {
  return diffArrays([...from], [...to], {maxEditLength})?.map(({added, removed, value}) => ({
    op: added ? 'insert' : removed ? 'delete' : 'equal',
    text: value.join(''),
  }))
}

function replace(from: readonly string[], to: readonly string[], runs: Segment[]): void {
  runs.push({op: 'delete', text: from.join('')}, {op: 'insert', text: to.join('')})
}

/** A stretch between two equal runs: what is deleted and what is inserted there. */
interface Hunk {
  deleted: string
  inserted: string
  /** Equal text after it. */
  equal: string
}

/** Joins changes that only a scrap of equal text parts: a blank, a sign, a particle between longer changes. */
function cleaned(runs: readonly Segment[]): Segment[] {
  const hunks: Hunk[] = [{deleted: '', inserted: '', equal: ''}]
  for (const {op, text} of runs) {
    let last = hunks.at(-1)
    if (!last) continue
    if (op === 'equal') last.equal += text
    else {
      if (last.equal !== '') {
        last = {deleted: '', inserted: '', equal: ''}
        hunks.push(last)
      }
      if (op === 'delete') last.deleted += text
      else last.inserted += text
    }
  }
  for (let index = 0; index + 1 < hunks.length; ) {
    const [here, next] = [hunks[index], hunks[index + 1]]
    if (!here || !next || (index === 0 && here.deleted + here.inserted === '') || !isScrap(here, next)) {
      index += 1
      continue
    }
    here.deleted += here.equal + next.deleted
    here.inserted += here.equal + next.inserted
    here.equal = next.equal
    hunks.splice(index + 1, 1)
    index = Math.max(0, index - 1)
  }
  const head = hunks[0]?.deleted === '' && hunks[0]?.inserted === '' ? (hunks.shift()?.equal ?? '') : ''
  const first = slideToBeginnings(hunks, head)
  return [
    {op: 'equal', text: first},
    ...hunks.flatMap(({deleted, inserted, equal}): Segment[] => [
      {op: 'delete', text: deleted},
      {op: 'insert', text: inserted},
      {op: 'equal', text: equal},
    ]),
  ]
}

/** Length in UTF-16 units from which equal text is no scrap, whatever it is. */
const LONGEST_SCRAP = 12

function isScrap(here: Hunk, next: Hunk): boolean {
  const {equal} = here
  if (equal === '' || equal.length > LONGEST_SCRAP || equal.includes('\n') || equal.includes('\t')) return false
  const bare = equal.replace(/[\s\p{P}\p{S}]/gu, '')
  const isReplacement = (hunk: Hunk) => hunk.deleted !== '' && hunk.inserted !== ''
  if (bare === '') return /^\s+$/.test(equal)
  const length = [...bare].length
  const least = Math.min(here.deleted.length + here.inserted.length, next.deleted.length + next.inserted.length)
  const isHan = /\p{Script=Han}/u.test(bare)
  return isReplacement(here) && isReplacement(next) && length <= (isHan ? 1 : 3) && least >= length * 8
}

/**
 * Moves what was only inserted, or only deleted, to where a line, a row or a sentence begins, if the text reads the same there:
 * a new row is shown as that row, not as the end of one and the beginning of the next.
 */
function slideToBeginnings(hunks: Hunk[], before: string): string {
  let head = before
  hunks.forEach((hunk, index) => {
    const previous = hunks[index - 1]
    const left = previous ? previous.equal : head
    const text = hunk.deleted === '' ? hunk.inserted : hunk.inserted === '' ? hunk.deleted : ''
    if (text === '') return
    const steps = stepsToBeginning(left, text, hunk.equal, index === hunks.length - 1)
    if (steps === 0) return
    const [shifted, rest] =
      steps < 0
        ? [left.slice(steps) + text.slice(0, steps), left.slice(0, steps)]
        : [text.slice(steps) + hunk.equal.slice(0, steps), left + text.slice(0, steps)]
    hunk.equal = steps < 0 ? text.slice(steps) + hunk.equal : hunk.equal.slice(steps)
    if (hunk.deleted === '') hunk.inserted = shifted
    else hunk.deleted = shifted
    if (previous) previous.equal = rest
    else head = rest
  })
  return head
}

/** By how many UTF-16 units a text must go to the left (negative) or right to begin at a line end, else after a sentence; 0 to stay. */
function stepsToBeginning(left: string, text: string, right: string, isLast: boolean): number {
  let [best, bestRank] = [0, rankOf(left.at(-1) ?? '\n', text.charAt(0))]
  const consider = (steps: number, before: string) => {
    const rank = rankOf(before, wrapped(text, steps))
    if (rank > bestRank) [best, bestRank] = [steps, rank]
  }
  for (let step = 1; step < Math.min(left.length, text.length) && left.at(-step) === wrapped(text, -step); step += 1)
    consider(-step, left.at(-step - 1) ?? '')
  const most = Math.min(text.length, isLast ? right.length : right.length - 1)
  for (let step = 1; step <= most && right.charAt(step - 1) === wrapped(text, step - 1); step += 1) consider(step, right.charAt(step - 1))
  return best
}

/** Character at a place of a text that is repeated without end. */
function wrapped(text: string, at: number): string {
  return text.charAt(((at % text.length) + text.length) % text.length)
}

/** How well a change begins between two signs: at the end of a line, after a sentence, elsewhere. */
function rankOf(before: string, first: string): number {
  return before === '\n' || first === '\n' ? 2 : /[。；;！？]/.test(before) ? 1 : 0
}

function toSegments(runs: readonly Segment[]): Segment[] {
  const segments: Segment[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = segments.at(-1)
    if (last?.op === run.op) segments[segments.length - 1] = {op: run.op, text: last.text + run.text}
    else segments.push(run)
  }
  return segments
}

function exchanged({op, text}: Segment): Segment {
  return {op: op === 'insert' ? 'delete' : op === 'delete' ? 'insert' : 'equal', text}
}

function deletedFirst(segments: Segment[], segment: Segment): Segment[] {
  const last = segments.at(-1)
  if (segment.op === 'delete' && last?.op === 'insert') segments.splice(-1, 0, segment)
  else segments.push(segment)
  return segments
}

/** Length of the common beginning up to where a token surely ends. */
function commonHead(from: string, to: string): number {
  const length = Math.min(from.length, to.length)
  let at = 0
  while (at < length && from.charCodeAt(at) === to.charCodeAt(at)) at += 1
  while (at > 0 && !isBoundary(from, at)) at -= 1
  return at
}

/** Length of the common end from where a token surely begins. */
function commonTail(from: string, to: string): number {
  const length = Math.min(from.length, to.length)
  let size = 0
  while (size < length && from.charCodeAt(from.length - 1 - size) === to.charCodeAt(to.length - 1 - size)) size += 1
  while (size > 0 && !(isBoundary(from, from.length - size) && isBoundary(to, to.length - size))) size -= 1
  return size
}

/** A place after a sign that ends a phrase: no word, number, date or citation reaches across it. */
function isBoundary(text: string, at: number): boolean {
  return (
    at === 0 ||
    at === text.length ||
    /[，。；！？、\n\t]/.test(text.charAt(at - 1)) ||
    (/[,;!?]/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at)))
  )
}
