import {type AST, parseRegExpLiteral} from '@eslint-community/regexpp'

/**
 * Words of which a text must hold at least one for a pattern to match it; in small letters where the pattern has the flag `i`.
 * Undefined where no such words are known: then only the search itself can tell.
 */
export function requiredWords(pattern: RegExp): readonly string[] | undefined {
  const words = wordsOfAlternatives(parseRegExpLiteral(pattern).pattern.alternatives)
  return words && (pattern.flags.includes('i') ? words.map((word) => word.toLowerCase()) : words)
}

/** Fewer letters than these stand in every text. */
const SHORTEST = 2

function wordsOfAlternatives(alternatives: readonly AST.Alternative[]): readonly string[] | undefined {
  const sets = alternatives.map(wordsOfAlternative)
  return sets.every((set) => set !== undefined) ? [...new Set(sets.flat())] : undefined
}

/** Of all that an alternative must hold, the words that are rarest by their length. */
function wordsOfAlternative({elements}: AST.Alternative): readonly string[] | undefined {
  const sets: (readonly string[])[] = []
  let run = ''
  for (const element of elements) {
    if (element.type === 'Character') {
      run += String.fromCodePoint(element.value)
      continue
    }
    sets.push([run])
    run = ''
    const words = wordsOfElement(element)
    if (words) sets.push(words)
  }
  sets.push([run])
  return sets
    .filter((words) => shortest(words) >= SHORTEST)
    .reduce<readonly string[] | undefined>((best, words) => (best && shortest(best) >= shortest(words) ? best : words), undefined)
}

function wordsOfElement(element: AST.Element | AST.QuantifiableElement): readonly string[] | undefined {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return wordsOfAlternatives(element.alternatives)
    case 'Quantifier':
      return element.min > 0 ? wordsOfElement(element.element) : undefined
    default:
      return undefined
  }
}

function shortest(words: readonly string[]): number {
  return Math.min(...words.map((word) => word.length))
}
