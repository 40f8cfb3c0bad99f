import {formatAgreements} from './format/index.ts'
import {parse} from './parse/index.ts'

/** Markdown of agreements → the same in canonical form. Formatting twice changes nothing more. */
export function format(source: string): string {
  return formatAgreements(parse(source).agreements.map(({agreement}) => agreement))
}
