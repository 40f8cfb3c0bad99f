import {type Hunk, type Tokens, tokenAligner} from './align-tokens.ts'
import {tidyHunks} from './tidy-hunks.ts'
import {type TokenNumbers, tokenNumbers} from './token-numbers.ts'
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
export type CompareWording = (from: string, to: string) => Segment[]

/** A comparison of texts that knows the tokens of those before, so that each is read once. */
export function wordingComparer(tokenize: Tokenize): CompareWording {
  const numbers = tokenNumbers()
  const align = tokenAligner(numbers)
  const [readOld, readNew] = [tokenReader(tokenize, numbers), tokenReader(tokenize, numbers)]

  return (from, to) => {
    if (from === to) return from === '' ? [] : [{op: 'equal', text: from}]
    if (from < to) return toSegments(from, to, hunksOf(from, to))
    const hunks = hunksOf(to, from)
    for (const hunk of hunks) exchangeSides(hunk)
    return toSegments(from, to, hunks)
  }

  function hunksOf(from: string, to: string): Hunk[] {
    const head = commonHead(from, to)
    const tail = commonTail(from, to, Math.min(from.length, to.length) - head)
    const old = readOld(from.slice(head, from.length - tail))
    const now = readNew(to.slice(head, to.length - tail))
    const hunks = align(old, now)
    for (const hunk of hunks) {
      hunk.startFrom = head + placeOf(old, hunk.startFrom)
      hunk.endFrom = head + placeOf(old, hunk.endFrom)
      hunk.startTo = head + placeOf(now, hunk.startTo)
      hunk.endTo = head + placeOf(now, hunk.endTo)
    }
    tidyHunks(from, to, hunks)
    return hunks
  }
}

/** The tokens of a text with the place where each ends. */
interface TokensOfText extends Tokens {
  readonly ends: Int32Array
}

/** Reads the tokens of one text after the other; what it gives holds until the next one. */
function tokenReader(tokenize: Tokenize, {numberOf}: TokenNumbers): (text: string) => TokensOfText {
  let [numbers, ends, codes] = [new Int32Array(0), new Int32Array(0), new Uint16Array(0)]
  let [length, start] = [0, 0]
  const take = (end: number) => {
    numbers[length] = numberOf(codes, start, end)
    ends[length] = end
    length += 1
    start = end
  }
  return (text) => {
    const room = text.length + 1
    if (codes.length < room) [numbers, ends, codes] = [new Int32Array(room * 2), new Int32Array(room * 2), new Uint16Array(room * 2)]
    for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at)
    codes[text.length] = 0
    ;[length, start] = [0, 0]
    tokenize(text, codes, take)
    return {numbers, ends, length}
  }
}

/** Where a token begins in its text. */
function placeOf({ends}: TokensOfText, token: number): number {
  return token === 0 ? 0 : (ends[token - 1] ?? 0)
}

function exchangeSides(hunk: Hunk): void {
  const {startFrom, endFrom} = hunk
  hunk.startFrom = hunk.startTo
  hunk.endFrom = hunk.endTo
  hunk.startTo = startFrom
  hunk.endTo = endFrom
}

function toSegments(from: string, to: string, hunks: readonly Hunk[]): Segment[] {
  const segments: Segment[] = []
  const add = (op: Segment['op'], text: string) => {
    if (text !== '') segments.push({op, text})
  }
  let at = 0
  for (const {startFrom, endFrom, startTo, endTo} of hunks) {
    add('equal', from.slice(at, startFrom))
    add('delete', from.slice(startFrom, endFrom))
    add('insert', to.slice(startTo, endTo))
    at = endFrom
  }
  add('equal', from.slice(at))
  return segments
}

/** Length of the common beginning up to where a token surely ends. */
function commonHead(from: string, to: string): number {
  const length = Math.min(from.length, to.length)
  let at = 0
  while (at < length && from.charCodeAt(at) === to.charCodeAt(at)) at += 1
  while (at > 0 && !(isBoundary(from, at) && isBoundary(to, at))) at -= 1
  return at
}

/** Length of the common end, of at most so many UTF-16 units, from where a token surely begins. */
function commonTail(from: string, to: string, most: number): number {
  let size = 0
  while (size < most && from.charCodeAt(from.length - 1 - size) === to.charCodeAt(to.length - 1 - size)) size += 1
  while (size > 0 && !(isBoundary(from, from.length - size) && isBoundary(to, to.length - size))) size -= 1
  return size
}

/** A place after a sign that ends a phrase: no word, number, date or citation reaches across it. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return true
  const before = text.charCodeAt(at - 1)
  if (ENDS.has(before)) return true
  return MAY_END.has(before) && /\s/.test(text.charAt(at))
}

const ENDS = codes('，。；！？、\n\t')
const MAY_END = codes(',;!?')

function codes(signs: string): ReadonlySet<number> {
  return new Set(signs.split('').map((sign) => sign.charCodeAt(0)))
}
