import type {Translate} from './messages.ts'

/** A CSS string of a text; nothing in it can end the string or the style element. */
export function cssString(text: string): string {
  const escaped = text.replace(/["\\<>&\n\r\f\u0000-\u001f]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)
  return `"${escaped}"`
}

/** Value of `content` that prints page number and count in the words of the language. */
export function pageCounter(translate: Translate): string {
  const message = translate('page', {page: '\u0001', pages: '\u0002'})
  return message
    .split(/([\u0001\u0002])/)
    .filter((part) => part !== '')
    .map((part) => (part === '\u0001' ? 'counter(page)' : part === '\u0002' ? 'counter(pages)' : cssString(part)))
    .join(' ')
}
