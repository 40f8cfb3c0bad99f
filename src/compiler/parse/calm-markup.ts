/**
 * Takes the meaning from markup that no author wrote: containers nested deeper than {@link MAX_CONTAINERS} and brackets beyond
 * {@link MAX_BRACKETS} in one block. Markdown parsers need quadratic time for those.
 *
 * The result has the same length, so that positions hold; callers take text from the original source.
 */
export function calmMarkup(text: string): string {
  const source = text.includes('{{')
    ? text.replace(/\{\{[^{}\n]{0,200}\}\}/g, (placeholder) => placeholder.replace(/ /g, NO_BREAK_SPACE))
    : text
  if (!DEEP.test(source) && count(source) <= MAX_BRACKETS) return source
  let brackets = 0
  return source.replace(/[^\n]*(?:\n|$)/g, (line) => {
    if (line.trim() === '') brackets = 0
    let calmed = calmContainers(line)
    brackets += count(calmed)
    if (brackets > MAX_BRACKETS) calmed = calmed.replace(/[[\]`<]/g, 'x')
    return calmed
  })
}

/** Puts back the blanks of a parameter in a link target. */
export function restorePlaceholders(url: string): string {
  return url.includes('{{') ? url.replaceAll(NO_BREAK_SPACE, ' ').replaceAll('%C2%A0', ' ') : url
}

const NO_BREAK_SPACE = '\u00a0'

/** Deepest nesting of block quotes and lists that is still read as such. */
export const MAX_CONTAINERS = 24

/** Brackets and similar openers in one block that are still read as markup. */
export const MAX_BRACKETS = 4000

const DEEP = /(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){24}/

function calmContainers(line: string): string {
  let nesting = 0
  let at = 0
  for (;;) {
    CONTAINER.lastIndex = at
    const match = CONTAINER.exec(line)
    if (!match) return line
    nesting += 1
    if (nesting > MAX_CONTAINERS) return line.slice(0, at) + line.slice(at).replace(/[>*+\-.)]/g, 'x')
    at = CONTAINER.lastIndex
  }
}

const CONTAINER = /[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

function count(text: string): number {
  let brackets = 0
  for (let at = 0; at < text.length; at += 1) if ('[]`<'.includes(text.charAt(at))) brackets += 1
  return brackets
}
