import {diffArrays} from 'diff'
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
  const runs = cleaned(alignTokens(oldTokens, newTokens))
  return toSegments([{op: 'equal', text: from.slice(0, head)}, ...runs, {op: 'equal', text: from.slice(from.length - tail)}])
}

/** Tokens that are inserted or deleted at most until a text counts as rewritten; bounds the work, so that no clock decides. */
const MAX_EDITS = 1200
/** Tokens from which sentences are compared before words. */
const LONG = 3000

function alignTokens(from: readonly string[], to: readonly string[]): Segment[] {
  if (from.length + to.length > LONG) return bySentences(from, to)
  return runsOf(from, to, MAX_EDITS) ?? replaced(from, to)
}

/** Aligns sentences first, then the words of those that differ. */
function bySentences(from: readonly string[], to: readonly string[]): Segment[] {
  const [oldSentences, newSentences] = [sentencesOf(from), sentencesOf(to)]
  const join = (sentences: readonly (readonly string[])[]) => sentences.map((tokens) => tokens.join(''))
  const changes = diffArrays(join(oldSentences), join(newSentences), {maxEditLength: MAX_EDITS})
  if (!changes) return replaced(from, to)
  const runs: Segment[] = []
  let [i, j] = [0, 0]
  let [oldPart, newPart]: [string[], string[]] = [[], []]
  const flush = () => {
    if (oldPart.length + newPart.length > 0) runs.push(...(runsOf(oldPart, newPart, MAX_EDITS) ?? replaced(oldPart, newPart)))
    ;[oldPart, newPart] = [[], []]
  }
  for (const {added, removed, count} of changes) {
    if (removed) for (let k = 0; k < count; k += 1) oldPart.push(...(oldSentences[i++] ?? []))
    else if (added) for (let k = 0; k < count; k += 1) newPart.push(...(newSentences[j++] ?? []))
    else {
      flush()
      for (let k = 0; k < count; k += 1) {
        runs.push({op: 'equal', text: (oldSentences[i++] ?? []).join('')})
        j += 1
      }
    }
  }
  flush()
  return runs
}

function runsOf(from: readonly string[], to: readonly string[], maxEditLength: number): Segment[] | undefined {
  return diffArrays([...from], [...to], {maxEditLength})?.map(({added, removed, value}) => ({
    op: added ? 'insert' : removed ? 'delete' : 'equal',
    text: value.join(''),
  }))
}

function replaced(from: readonly string[], to: readonly string[]): Segment[] {
  return [
    {op: 'delete', text: from.join('')},
    {op: 'insert', text: to.join('')},
  ]
}

function sentencesOf(tokens: readonly string[]): string[][] {
  const sentences: string[][] = [[]]
  for (const token of tokens) {
    sentences.at(-1)?.push(token)
    if (/^[。；！？\n;!?\t.]$/.test(token)) sentences.push([])
  }
  return sentences
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
    if (!here || !next || !isScrap(here, next)) {
      index += 1
      continue
    }
    here.deleted += here.equal + next.deleted
    here.inserted += here.equal + next.inserted
    here.equal = next.equal
    hunks.splice(index + 1, 1)
    index = Math.max(0, index - 1)
  }
  return hunks.flatMap((hunk) => slid(hunk))
}

function isScrap(here: Hunk, next: Hunk): boolean {
  const {equal} = here
  if (equal === '' || equal.includes('\n') || equal.includes('\t')) return false
  const bare = equal.replace(/[\s\p{P}\p{S}]/gu, '')
  const isReplacement = (hunk: Hunk) => hunk.deleted !== '' && hunk.inserted !== ''
  if (bare === '') return /^\s+$/.test(equal)
  const length = [...bare].length
  const least = Math.min(here.deleted.length + here.inserted.length, next.deleted.length + next.inserted.length)
  const isHan = /\p{Script=Han}/u.test(bare)
  return isReplacement(here) && isReplacement(next) && length <= (isHan ? 1 : 3) && least >= length * 8
}

function slid({deleted, inserted, equal}: Hunk): Segment[] {
  return [
    {op: 'delete', text: deleted},
    {op: 'insert', text: inserted},
    {op: 'equal', text: equal},
  ]
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
