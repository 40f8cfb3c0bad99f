/**
 * Takes the meaning from markup that no author wrote: containers nested deeper than {@link MAX_CONTAINERS} and marks beyond
 * {@link MAX_MARKS} in one block. Markdown parsers need quadratic time for those.
 *
 * Comments are gone by now, so what is left of `<!` and `<?` is text; looking for their ends takes quadratic time, too.
 *
 * The result has the same length, so that positions hold; callers take text from the original source.
 */
export function calmMarkup(text: string): string {
  const parameters = text.includes('{{')
    ? text.replace(/\{\{[^{}\n]{0,200}\}\}/g, (placeholder) => placeholder.replace(/ /g, NO_BREAK_SPACE))
    : text
  const source = parameters.replace(/<(?=[!?])/g, 'x')
  if (!DEEP.test(source) && count(source) <= MAX_MARKS && !UNDERLINES.test(source)) return source
  let marks = 0
  let underlines = 0
  return source.replace(/[^\n]*(?:\n|$)/g, (line) => {
    if (line.trim() === '') {
      marks = 0
      underlines = 0
    }
    const calmed = calmContainers(line)
    marks += count(calmed)
    if (UNDERLINE.test(calmed)) underlines += 1
    if (underlines > MAX_UNDERLINES && UNDERLINE.test(calmed)) return calmed.replace(/[=-]/g, 'x')
    return marks > MAX_MARKS ? calmed.replace(/[[\]`<*_~]/g, 'x') : calmed
  })
}

/**
 * What the source says where Markdown read `value` from the calmed text, line by line.
 *
 * @param start where the node begins in both texts
 * @param end where it ends
 */
export function uncalmed(value: string, {source, calmed}: Calmed, start: number, end: number): string {
  if (source.slice(start, end) === calmed.slice(start, end)) return value
  let from = start
  const lines = value.split('\n').map((line) => {
    const at = calmed.indexOf(line, from)
    if (line === '' || at < 0 || at + line.length > end) return line
    from = at + line.length
    return source.slice(at, from)
  })
  return lines.join('\n')
}

/** A source as given and as Markdown saw it; of equal length. */
export interface Calmed {
  readonly source: string
  readonly calmed: string
}

/** Puts back the blanks of a parameter in a link target. */
export function restorePlaceholders(url: string): string {
  return url.includes('{{') ? url.replaceAll(NO_BREAK_SPACE, ' ').replaceAll('%C2%A0', ' ') : url
}

const NO_BREAK_SPACE = '\u00a0'

/** Deepest nesting of block quotes and lists that is still read as such. */
export const MAX_CONTAINERS = 24

/** Brackets, asterisks and the like in one block that are still read as markup. */
export const MAX_MARKS = 6000

/** Headings by underlining in one block that are still read as such. */
const MAX_UNDERLINES = 200

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t\r]*\n?$/
const UNDERLINES = /(?:\n[^\n]+\n {0,3}[=-]+[ \t\r]*){200}/

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
  let marks = 0
  for (let at = 0; at < text.length; at += 1) if ('[]`<*_~'.includes(text.charAt(at))) marks += 1
  return marks
}
