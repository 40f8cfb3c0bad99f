/** Numbers of tokens: equal tokens have equal numbers, whatever texts they stand in. */
export interface TokenNumbers {
  /** The number of the token between two places of a text. */
  readonly numberOf: (text: string, start: number, end: number) => number
  /** How much a token tells: its length in UTF-16 units, nothing for blanks. */
  readonly weightOf: (number: number) => number
  /** All numbers are below it. */
  readonly limit: () => number
}

/** Numbers below this one are the codes of tokens that are a single UTF-16 unit. */
const ONE_UNIT = 0x10000

/** An empty table of tokens. It hashes them where they stand (FNV-1a) and copies each different one once; equal hashes are probed in a row. */
export function tokenNumbers(): TokenNumbers {
  const tokens: string[] = []
  const hashes: number[] = []
  const weights: number[] = []
  /** Place of a token among the different ones, plus one; 0 where a slot is free. */
  let slots = new Int32Array(1024)

  return {
    numberOf: (text, start, end) => {
      if (end - start === 1) return text.charCodeAt(start)
      let hash = 0x811c9dc5
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
      const mask = slots.length - 1
      let slot = (hash ^ (hash >>> 15)) & mask
      for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
        if (hashes[place - 1] === hash && isAt(tokens[place - 1] ?? '', text, start, end)) return ONE_UNIT + place - 1
        slot = (slot + 1) & mask
      }
      return add(text.slice(start, end), hash, slot)
    },
    weightOf: (number) => (number < ONE_UNIT ? (isBlank(number) ? 0 : 1) : (weights[number - ONE_UNIT] ?? 1)),
    limit: () => ONE_UNIT + tokens.length,
  }

  function add(token: string, hash: number, slot: number): number {
    tokens.push(token)
    hashes.push(hash)
    weights.push(/\S/.test(token) ? token.length : 0)
    slots[slot] = tokens.length
    if (tokens.length * 2 > slots.length) grow()
    return ONE_UNIT + tokens.length - 1
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2)
    const mask = slots.length - 1
    hashes.forEach((hash, place) => {
      let slot = (hash ^ (hash >>> 15)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = place + 1
    })
  }
}

/** Whether a token stands between two places of a text. */
function isAt(token: string, text: string, start: number, end: number): boolean {
  if (token.length !== end - start) return false
  for (let at = start; at < end; at += 1) if (token.charCodeAt(at - start) !== text.charCodeAt(at)) return false
  return true
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0xa0 || code === 0x3000
}
