/** Numbers of tokens: equal tokens have equal numbers, whatever texts they stand in. */
export interface TokenNumbers {
  /** The number of the token between two places of a text, which is given by its UTF-16 codes. */
  readonly numberOf: (codes: Uint16Array, start: number, end: number) => number
  /** How much a token tells: its length in UTF-16 units, nothing for blanks. */
  readonly weightOf: (number: number) => number
  /** All numbers are below it. */
  readonly limit: () => number
}

/** An empty table of tokens. They are hashed where they stand (FNV-1a), so that each different one is copied once; taken slots are passed over. */
export function tokenNumbers(): TokenNumbers {
  /** The codes of all tokens, one after the other. */
  let pool = new Uint16Array(4096)
  /** Where each token begins in the pool, and where the next one will. */
  const starts = [0]
  const hashes: number[] = []
  const weights: number[] = []
  /** Number of a token plus one; 0 where a slot is free. */
  let slots = new Int32Array(1024)

  return {numberOf, weightOf: (number) => weights[number] ?? 1, limit: () => hashes.length}

  function numberOf(codes: Uint16Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193)
    let slot = slotOf(hash)
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      if (hashes[known - 1] === hash && isToken(known - 1, codes, start, end)) return known - 1
      slot = (slot + 1) & (slots.length - 1)
    }
    const token = codes.subarray(start, end)
    weights.push(/\S/.test(String.fromCharCode(...token)) ? token.length : 0)
    keep(token)
    hashes.push(hash)
    slots[slot] = hashes.length
    if (hashes.length * 2 > slots.length) grow()
    return hashes.length - 1
  }

  function isToken(number: number, codes: Uint16Array, start: number, end: number): boolean {
    const first = starts[number] ?? 0
    if ((starts[number + 1] ?? 0) - first !== end - start) return false
    for (let at = start; at < end; at += 1) if (pool[first + at - start] !== codes[at]) return false
    return true
  }

  function keep(token: Uint16Array): void {
    const start = starts.at(-1) ?? 0
    if (start + token.length > pool.length) {
      const larger = new Uint16Array((start + token.length) * 2)
      larger.set(pool)
      pool = larger
    }
    pool.set(token, start)
    starts.push(start + token.length)
  }

  function slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (slots.length - 1)
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2)
    hashes.forEach((hash, number) => {
      let slot = slotOf(hash)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = number + 1
    })
  }
}
