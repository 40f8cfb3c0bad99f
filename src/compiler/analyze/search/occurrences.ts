/** Offsets at which a name stands in a text, from left to right; a Latin name only as a whole word. `ending` says where a word ends. */
export function occurrences(name: string, text: string, ending = WORD_END): number[] {
  const found: number[] = []
  const isLatin = LATIN.test(name)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (!isLatin || !(LATIN.test(text.charAt(at - 1)) || !ending.test(text.slice(end, end + LONGEST_ENDING)))) found.push(at)
  }
  return found
}

/** After the last letter of a word, or of its English plural. */
export const PLURAL_END = /^(?:e?s)?(?![\p{Script=Latin}\p{N}])/u

const WORD_END = /^(?![\p{Script=Latin}\p{N}])/u
const LATIN = /^[\p{Script=Latin}\p{N}]/u
/** Letters that an ending looks at. */
const LONGEST_ENDING = 3
