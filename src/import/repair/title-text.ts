import {isStatement} from './section-words.ts'

/** Whether a line without a label could be a heading: short, no stop at its end, nobody does anything in it, no number or address. */
export function isTitleText(text: string): boolean {
  if (text.length > (/\p{Script=Han}/u.test(text) ? 18 : 70) || !/\p{L}{2}/u.test(text) || /^\p{Ll}/u.test(text)) return false
  return !/[\d@\t]{3}|https?:|[，,。；;:：!！?？.]$|[。；！？]/.test(text) && !isStatement(text)
}
