/**
 * Finds which of many words a text holds, in one pass over it.
 * Words are found by the hash of their first letters, up to three; most places of a text are passed over by a table of these.
 */
export class WordFinder {
  readonly #numbers = new Map<string, number>()
  readonly #byBeginning = new Map<number, {readonly word: string; readonly number: number}[]>()
  /** For each hash the bits of {@link LENGTHS} of the words that begin so. */
  readonly #beginnings = new Uint8Array(0x10000)
  /** The text in which a word was found last. */
  readonly #foundIn: number[] = []
  #text = 0

  /** Gives the number of a word, which begins at 0 and counts up. */
  add(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.#numbers.size
    const key = hashOf(word)
    this.#numbers.set(word, number)
    this.#foundIn.push(0)
    this.#byBeginning.set(key, [...(this.#byBeginning.get(key) ?? []), {word, number}])
    this.#beginnings[key] = (this.#beginnings[key] ?? 0) | (LENGTHS[Math.min(word.length, 3)] ?? 0)
    return number
  }

  /** Numbers of the words in a text, each once. */
  read(text: string): readonly number[] {
    const found: number[] = []
    const beginnings = this.#beginnings
    this.#text += 1
    let second = text.charCodeAt(0)
    let third = text.charCodeAt(1)
    for (let at = 0; at < text.length; at += 1) {
      const one = second
      const two = hash(one, third)
      second = third
      third = at + 2 < text.length ? text.charCodeAt(at + 2) : 0
      const three = hash(two, third)
      if (((beginnings[one] ?? 0) & ONE) !== 0) this.#collect(one, text, at, found)
      if (((beginnings[two] ?? 0) & TWO) !== 0) this.#collect(two, text, at, found)
      if (((beginnings[three] ?? 0) & THREE) !== 0) this.#collect(three, text, at, found)
    }
    return found
  }

  /** Whether the text that was read last holds a word. */
  isFound(number: number): boolean {
    return this.#foundIn[number] === this.#text
  }

  #collect(beginning: number, text: string, at: number, found: number[]): void {
    for (const {word, number} of this.#byBeginning.get(beginning) ?? []) {
      if (this.#foundIn[number] === this.#text || !text.startsWith(word, at)) continue
      this.#foundIn[number] = this.#text
      found.push(number)
    }
  }
}

const ONE = 1
const TWO = 2
const THREE = 4
const LENGTHS = [0, ONE, TWO, THREE]

function hashOf(word: string): number {
  let key = word.charCodeAt(0)
  for (let at = 1; at < Math.min(word.length, 3); at += 1) key = hash(key, word.charCodeAt(at))
  return key
}

/** Hash of some letters and one more: a number below 2^16. */
function hash(before: number, letter: number): number {
  return (before * 31 + letter) & 0xffff
}
