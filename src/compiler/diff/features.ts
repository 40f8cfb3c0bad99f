import type {Unit} from './unit.ts'

/** What a text is made of, for measuring likeness: hashes of its words and pairs of Han characters, sorted, with their weights in characters. */
export interface Features {
  readonly hashes: Int32Array
  readonly total: number
  /** Which of 512 classes the hashes fall into, one bit each: a rough picture that tells unlike texts apart at once. */
  readonly sketch: Int32Array
}

/** Features of units, computed when they are first asked for: cost follows the change. */
export function featureIndex(units: readonly Unit[]): (index: number) => Features {
  const known: (Features | undefined)[] = new Array(units.length)
  const featuresOf = featureReader()
  return (index) => {
    let features = known[index]
    if (features === undefined) {
      const unit = units[index]
      features = featuresOf(unit ? `${unit.heading} ${unit.text}` : '')
      known[index] = features
    }
    return features
  }
}

/** Reads features of texts: words of letters and figures in lower case, and bigrams of all else that is a letter. */
export function featureReader(): (text: string) => Features {
  let hashes = new Int32Array(1024)
  return (text) => {
    if (hashes.length < text.length) hashes = new Int32Array(text.length * 2)
    const count = readHashes(text, hashes)
    return toFeatures(hashes.slice(0, count).sort())
  }
}

/** Writes the hashes of a text into a buffer of at least its length, and gives their number. */
function readHashes(text: string, hashes: Int32Array): number {
  let count = 0
  let word = 0
  let previous = 0
  const endWord = () => {
    if (word === 0) return
    hashes[count++] = word
    word = 0
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isLatin(code)) {
      word = Math.imul((word || 0x811c9dc5) ^ (code >= 0x41 && code <= 0x5a ? code + 32 : code), 0x01000193)
      previous = 0
      continue
    }
    endWord()
    if (code > 0x2e80 && !(code >= 0x3000 && code <= 0x303f) && code < 0xff00) {
      hashes[count++] = Math.imul(Math.imul(previous ^ 0x9e3779b9, 0x85ebca6b) ^ code, 0xc2b2ae35) | 1
      previous = code
    } else previous = 0
  }
  endWord()
  return count
}

/** Sorted hashes → features. */
function toFeatures(hashes: Int32Array): Features {
  const sketch = new Int32Array(SKETCH)
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = hashes[index] ?? 0
    const mixed = hash ^ (hash >>> 15)
    sketch[mixed & (SKETCH - 1)] = (sketch[mixed & (SKETCH - 1)] ?? 0) | (1 << ((mixed >>> 4) & 31))
  }
  return {hashes, total: hashes.length, sketch}
}

/** Words of 32 bits in a sketch. */
const SKETCH = 16

/** A bound above Dice's coefficient, by the sketches alone. */
export function mostDice(a: Features, b: Features): number {
  let [ownA, ownB] = [0, 0]
  for (let index = 0; index < SKETCH; index += 1) {
    const [left, right] = [a.sketch[index] ?? 0, b.sketch[index] ?? 0]
    ownA += bitsOf(left & ~right)
    ownB += bitsOf(right & ~left)
  }
  return a.total + b.total === 0 ? 0 : (2 * Math.min(a.total - ownA, b.total - ownB)) / (a.total + b.total)
}

/** Number of bits that are set, by adding them in parallel (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Number of features that two texts share; 0 as soon as it cannot become `least`. */
export function shared(a: Features, b: Features, least = 0): number {
  const [left, right] = [a.hashes, b.hashes]
  let [sparedA, sparedB] = [left.length - least, right.length - least]
  let count = 0
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const [x, y] = [left[i] ?? 0, right[j] ?? 0]
    if (x === y) {
      count += 1
      i += 1
      j += 1
    } else if (x < y) {
      i += 1
      sparedA -= 1
      if (sparedA < 0) return 0
    } else {
      j += 1
      sparedB -= 1
      if (sparedB < 0) return 0
    }
  }
  return count
}

/** Dice's coefficient (1945): shared features ÷ mean of all; 0 where one is empty, or where it is surely below `least`. */
export function dice(a: Features, b: Features, least = 0): number {
  if (a.total === 0 || b.total === 0) return 0
  const all = a.total + b.total
  if (2 * Math.min(a.total, b.total) < Math.max(0.3, least) * all) return 0
  return (2 * shared(a, b, (least * all) / 2)) / all
}

/** The features of `a` that `b` does not have. */
export function without(a: Features, b: Features): Features {
  const rest: number[] = []
  let j = 0
  for (const hash of a.hashes) {
    while (j < b.hashes.length && (b.hashes[j] ?? 0) < hash) j += 1
    if (j < b.hashes.length && b.hashes[j] === hash) j += 1
    else rest.push(hash)
  }
  return toFeatures(new Int32Array(rest))
}

/** All features of several texts. */
export function union(parts: readonly Features[]): Features {
  const total = parts.reduce((sum, part) => sum + part.total, 0)
  const hashes = new Int32Array(total)
  let at = 0
  for (const part of parts) {
    hashes.set(part.hashes, at)
    at += part.total
  }
  return toFeatures(hashes.sort())
}

function isLatin(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  )
}
