/** Numbers of tokens: equal tokens have equal numbers, whatever texts they stand in. */
export interface TokenNumbers {
  /** The number of the token between two places of a text. */
  readonly numberOf: (text: string, start: number, end: number) => number
  /** How much a token tells: its length in UTF-16 units, nothing for blanks. */
  readonly weightOf: (number: number) => number
  /** All numbers are below it. */
  readonly limit: () => number
}

/** An empty table of tokens. They are hashed where they stand (FNV-1a), so that each different one is copied once; taken slots are passed over. */
export function tokenNumbers(): TokenNumbers {
  const tokens: string[] = []
  const hashes: number[] = []
  const weights: number[] = []
  /** Number of a token plus one; 0 where a slot is free. */
  let slots = new Int32Array(1024)

  return {numberOf, weightOf: (number) => weights[number] ?? 1, limit: () => tokens.length}

  function numberOf(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    let slot = slotOf(hash)
    for (let known = slots[slot] ?? 0; known !== 0; known = slots[slot] ?? 0) {
      if (hashes[known - 1] === hash && isAt(tokens[known - 1] ?? '', text, start, end)) return known - 1
      slot = (slot + 1) & (slots.length - 1)
    }
    const token = text.slice(start, end)
    tokens.push(token)
    hashes.push(hash)
    weights.push(/\S/.test(token) ? token.length : 0)
    slots[slot] = tokens.length
    if (tokens.length * 2 > slots.length) grow()
    return tokens.length - 1
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

/** Whether a token stands between two places of a text. */
function isAt(token: string, text: string, start: number, end: number): boolean {
  if (token.length !== end - start) return false
  for (let at = start; at < end; at += 1) if (token.charCodeAt(at - start) !== text.charCodeAt(at)) return false
  return true
}
