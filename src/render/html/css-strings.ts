import type {Translate} from '../../compiler/view/index.ts'

/** A CSS string of a text; nothing in it can end the string or the style element. */
export function cssString(text: string): string {
  const escaped = text.replace(/["\\<>&]|\p{Cc}/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)
  return `"${escaped}"`
}

/** Value of `content` that prints page number and count in the words of the language. */
export function pageCounter(translate: Translate): string {
  const message = translate('page', {page: '\ue000', pages: '\ue001'})
  return message
    .split(/([\ue000\ue001])/)
    .filter((part) => part !== '')
    .map((part) => (part === '\ue000' ? 'counter(page)' : part === '\ue001' ? 'counter(pages)' : cssString(part)))
    .join(' ')
}
