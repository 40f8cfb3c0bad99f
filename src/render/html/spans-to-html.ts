import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {SpanView} from '../../compiler/view/index.ts'

/** Spans → HTML: real `strong`, `u`, `em`, `s` and `code`; everything is escaped; a link whose address could do harm stays text. */
export function spansToHtml(spans: readonly SpanView[]): string {
  return toHtml({type: 'root', children: spans.map(spanNode)})
}

/** A span as one element around its text. */
export function spanNode(span: SpanView): ElementContent {
  let node: ElementContent =
    span.image !== undefined
      ? element('span', {className: ['image']}, [{type: 'text', value: span.value}])
      : span.value === '\n'
        ? element('br', {}, [])
        : {type: 'text', value: span.value}
  for (const [mark, name] of ELEMENTS) if (span.marks.includes(mark)) node = element(name, {}, [node])
  if (span.link && isHarmless(span.link.url))
    node = element('a', {href: span.link.url, ...(span.link.title ? {title: span.link.title} : {})}, [node])
  if (span.place) node = element('a', {className: [span.place.kind], href: `#${span.place.anchor}`}, [node])
  return node
}

/** Innermost first. */
const ELEMENTS = [
  ['code', 'code'],
  ['strike', 's'],
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const

/** Whether an address is relative or of a scheme that only leads somewhere. */
export function isHarmless(url: string): boolean {
  const address = url.replace(/\p{Cc}|\s/gu, '')
  const scheme = /^([^/?#:]*):/.exec(address)?.[1]
  return scheme === undefined ? !address.startsWith('//') : /^(?:https?|mailto|tel)$/i.test(scheme)
}

/** An element. */
export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}
