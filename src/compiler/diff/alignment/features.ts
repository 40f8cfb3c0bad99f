import type {Unit} from './unit.ts'

/** What a text is made of, for measuring likeness: hashes of its words and pairs of Han characters, sorted. */
export interface Features {
  /**
   * Holds the hashes from `start` to `end`. Before them stands a sketch: which of 512 classes they fall into, one bit each,
   * a rough picture that tells unlike texts apart at once.
   */
  readonly pool: Int32Array
  readonly start: number
  readonly end: number
  /** Whether the text has Han characters or kana. */
  readonly isHan: boolean
}

/** Features of units, computed when they are first asked for: cost follows the change. */
export function featureIndex(units: readonly Unit[]): (index: number) => Features {
  const known: (Features | undefined)[] = new Array(units.length)
  const featuresOf = featureReader()
  return (index) => {
    let features = known[index]
    if (features === undefined) {
      const unit = units[index]
      features = unit ? featuresOf(unit.heading, unit.text) : featuresOf('')
      known[index] = features
    }
    return features
  }
}

/** Words of 32 bits in a sketch. */
const SKETCH = 16
/** Hashes of many texts share one array of this length, since small ones are dear. */
const POOL = 1 << 14

/** Reads features of texts: words of letters and figures in lower case, and bigrams of all else that is a letter. No feature reaches from one text to the next. */
export function featureReader(): (...texts: readonly string[]) => Features {
  let pool = new Int32Array(0)
  let at = 0
  return (...texts) => {
    let most = SKETCH
    for (const text of texts) most += text.length
    if (at + most > pool.length) {
      pool = new Int32Array(Math.max(POOL, most))
      at = 0
    }
    const start = at + SKETCH
    let [end, isHan] = [start, false]
    for (const text of texts) {
      let word = 0
      let previous = 0
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index)
        const letter = code < LETTERS.length ? (LETTERS[code] ?? 0) : 0
        if (letter !== 0) {
          word = Math.imul((word || 0x811c9dc5) ^ letter, 0x01000193)
          previous = 0
          continue
        }
        if (word !== 0) pool[end++] = word
        word = 0
        if (code > 0x2e80 && !(code >= 0x3000 && code <= 0x303f) && code < 0xff00) {
          pool[end++] = Math.imul(Math.imul(previous ^ 0x9e3779b9, 0x85ebca6b) ^ code, 0xc2b2ae35) | 1
          previous = code
          if (code >= 0x3040 && code <= 0x9fff) isHan = true
        } else previous = 0
      }
      if (word !== 0) pool[end++] = word
    }
    at = end
    return sorted(pool, start, end, isHan)
  }
}

/** Sorts the hashes of a text and draws their sketch. */
function sorted(pool: Int32Array, start: number, end: number, isHan: boolean): Features {
  pool.subarray(start, end).sort()
  for (let index = start; index < end; index += 1) {
    const hash = pool[index] ?? 0
    const mixed = hash ^ (hash >>> 15)
    const word = start - SKETCH + (mixed & (SKETCH - 1))
    pool[word] = (pool[word] ?? 0) | (1 << ((mixed >>> 4) & 31))
  }
  return {pool, start, end, isHan}
}

/** Number of features. */
function totalOf({start, end}: Features): number {
  return end - start
}

/** Whether Dice's coefficient can be so much, by the lengths and the sketches alone. */
export function canReach(a: Features, b: Features, least: number): boolean {
  const [totalA, totalB] = [totalOf(a), totalOf(b)]
  const shares = (least * (totalA + totalB)) / 2
  if (shares === 0) return true
  let [sparedA, sparedB] = [totalA - shares, totalB - shares]
  for (let index = 1; index <= SKETCH && sparedA >= 0 && sparedB >= 0; index += 1) {
    const left = a.pool[a.start - index] ?? 0
    const right = b.pool[b.start - index] ?? 0
    sparedA -= bitsOf(left & ~right)
    sparedB -= bitsOf(right & ~left)
  }
  return sparedA >= 0 && sparedB >= 0
}

/** Number of bits that are set, by adding them in parallel (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Number of features that two texts share; 0 as soon as it cannot become `least`. */
export function shared(a: Features, b: Features, least = 0): number {
  const [left, right] = [a.pool, b.pool]
  let sparedA = totalOf(a) - least
  let sparedB = totalOf(b) - least
  let count = 0
  let i = a.start
  let j = b.start
  while (i < a.end && j < b.end) {
    const x = left[i] ?? 0
    const y = right[j] ?? 0
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
  const [totalA, totalB] = [totalOf(a), totalOf(b)]
  if (totalA === 0 || totalB === 0) return 0
  const all = totalA + totalB
  if (2 * Math.min(totalA, totalB) < Math.max(0.3, least) * all) return 0
  return (2 * shared(a, b, (least * all) / 2)) / all
}

/** Share of the features of a part that a whole has, too; 0 where it is surely below `least`. */
export function contained(part: Features, whole: Features, least = 0): number {
  const total = totalOf(part)
  if (total === 0) return 0
  let spared = total * (1 - least)
  for (let index = 1; index <= SKETCH && spared >= 0; index += 1)
    spared -= bitsOf((part.pool[part.start - index] ?? 0) & ~(whole.pool[whole.start - index] ?? 0))
  return spared < 0 ? 0 : shared(part, whole, least * total) / total
}

/** Visits each different feature of a text once. */
export function eachFeature({pool, start, end}: Features, visit: (feature: number) => void): void {
  for (let index = start; index < end; index += 1) if (index === start || pool[index] !== pool[index - 1]) visit(pool[index] ?? 0)
}

/** The features of `a` that `b` does not have. */
export function without(a: Features, b: Features): Features {
  const pool = new Int32Array(SKETCH + totalOf(a))
  let end = SKETCH
  let j = b.start
  for (let i = a.start; i < a.end; i += 1) {
    const hash = a.pool[i] ?? 0
    while (j < b.end && (b.pool[j] ?? 0) < hash) j += 1
    if (j < b.end && b.pool[j] === hash) j += 1
    else pool[end++] = hash
  }
  return sorted(pool, SKETCH, end, a.isHan)
}

/** All features of several texts. */
export function union(parts: readonly Features[]): Features {
  const pool = new Int32Array(parts.reduce((sum, part) => sum + totalOf(part), SKETCH))
  let end = SKETCH
  for (const part of parts) {
    pool.set(part.pool.subarray(part.start, part.end), end)
    end += totalOf(part)
  }
  return sorted(
    pool,
    SKETCH,
    end,
    parts.some(({isHan}) => isHan),
  )
}

/** Letters and figures of alphabets by their codes, in lower case where they are ASCII; 0 for all else. */
const LETTERS = Uint16Array.from({length: 0x2000}, (_, code) => {
  if (code >= 0x41 && code <= 0x5a) return code + 32
  const isLetter = (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)
  return isLetter ? code : 0
})
