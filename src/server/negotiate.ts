import type {FastifyRequest} from 'fastify'
import {Problem} from './problem.ts'

/** Forms in which texts and diffs are sent, with their media types. */
export const MEDIA_TYPES = Object.freeze({
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
} as const)

/** One of {@link MEDIA_TYPES}. */
export type Form = keyof typeof MEDIA_TYPES

/** The form that the caller likes best (RFC 9110 section 12.5.1); the first one where they do not say. */
export function negotiateForm<F extends Form>(request: FastifyRequest, forms: readonly [F, ...F[]]): F {
  const types = forms.map((form) => MEDIA_TYPES[form].split(';')[0] ?? '')
  const accepted = request.accepts().type(types)
  const index = typeof accepted === 'string' ? types.indexOf(accepted) : -1
  const form = forms[index]
  if (form === undefined)
    throw new Problem('not-acceptable', `Unexpected Accept \`${request.headers.accept ?? ''}\`, expected one of ${types.join(', ')}`)
  return form
}

/** The language to answer in: the one named, else the best of Accept-Language (RFC 9110 section 12.5.4), else the first one. */
export function negotiateLocale(request: FastifyRequest, locales: readonly string[], named: string | undefined): string {
  const [first] = locales
  if (first === undefined) throw new Problem('not-found', 'This version has no text')
  if (named !== undefined) {
    const found = locales.find((locale) => locale.toLowerCase() === named.toLowerCase())
    if (found === undefined) throw new Problem('not-found', `Unexpected language \`${named}\`, expected one of ${locales.join(', ')}`)
    return found
  }
  const accepted = request.accepts().language([...locales])
  return typeof accepted === 'string' ? accepted : first
}
