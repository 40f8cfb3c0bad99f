/**
 * Sets of words: a text must hold one word of each set for a pattern to match it. In small letters where the pattern has the flag `i`;
 * the set whose words are longest and fewest, and so rarest, goes first. Without sets only the search itself can tell.
 * Does not know the sets of the flag `v`. Programs read all patterns at each start, for which a full parser of patterns takes too long.
 */
export function requiredWords({source, ignoreCase}: RegExp): readonly WordSet[] {
  const tokens: readonly string[] = source.match(TOKENS) ?? []
  const sets = setsOfAlternatives(tokens.values())
  return ignoreCase ? sets.map((words) => words.map((word) => word.toLowerCase())) : sets
}

/** Words of which one must occur. */
export type WordSet = readonly string[]

/** Escapes, classes, openings of groups, quantifiers, and all else letter by letter. */
const TOKENS =
  /\\(?:[pP]\{[^}]*\}|k<\w+>|u\{\w+\}|u\w{4}|x\w\w|c\w|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|./gsu
const LOOK_AROUND = /^\(\?<?[=!]/
const QUANTIFIER = /^(?:[*+?]|\{\d)/
const OPTIONAL = /^(?:[*?]|\{0)/
/** A class that lists few letters, each a word of its own. */
const LETTERS = /^\[[^\\^\]-]{1,8}\]$/u
const LETTER = /^(?:[^\\.^$]|\\[^\p{L}\p{N}])$/u

/** Two letters, or a single one that is no letter of an alphabet, digit or common punctuation: these alone stand in every text. */
const TELLING = /..|[^\p{Script=Latin}\p{P}\s\d]|[§《“"「『«„‰]/su

/** A part of an alternative: a letter, or a group with what it requires. */
interface Part {
  readonly letter?: string
  readonly sets?: readonly WordSet[]
}

/** Reads to the end of the group, or of the pattern. Several alternatives together require one of the rarest words of each. */
function setsOfAlternatives(tokens: ArrayIterator<string>): readonly WordSet[] {
  let parts: Part[] = []
  const alternatives = [parts]
  for (const token of tokens) {
    if (token === ')') break
    if (token === '|') {
      parts = []
      alternatives.push(parts)
    } else if (QUANTIFIER.test(token)) {
      const {sets = []} = parts.pop() ?? {}
      parts.push(OPTIONAL.test(token) ? {} : {sets})
    } else if (token.startsWith('(')) {
      const sets = setsOfAlternatives(tokens)
      parts.push(LOOK_AROUND.test(token) ? {} : {sets})
    } else if (LETTERS.test(token)) parts.push({sets: [[...token.slice(1, -1)]]})
    else parts.push(LETTER.test(token) ? {letter: token.replace('\\', '')} : {})
  }
  const [first = [], ...others] = alternatives.map(setsOfSequence)
  if (others.length === 0) return first
  const rarest = [first, ...others].map(([set]) => set)
  return rarest.every((set) => set !== undefined) ? [[...new Set(rarest.flat())]] : []
}

function setsOfSequence(parts: readonly Part[]): readonly WordSet[] {
  const found: WordSet[] = []
  let run = ''
  for (const {letter, sets = []} of [...parts, {}]) {
    if (letter !== undefined) run += letter
    else {
      found.push([run], ...sets)
      run = ''
    }
  }
  return found
    .filter((words) => words.every((word) => TELLING.test(word)))
    .sort((one, other) => shortest(other) - shortest(one) || one.length - other.length)
}

function shortest(words: WordSet): number {
  return Math.min(...words.map((word) => word.length))
}
