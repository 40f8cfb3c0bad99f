import {DOMParser, XMLSerializer} from '@xmldom/xmldom'

/** Parses a part of a Word file; `undefined` for what is no XML or has a document type, which Word never writes. */
export function parseWordXml(bytes: Uint8Array): Document | undefined {
  const text = new TextDecoder().decode(bytes)
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined
  let isBroken = false
  const fail = () => {
    isBroken = true
  }
  try {
    const document = new DOMParser({errorHandler: {warning: () => undefined, error: fail, fatalError: fail}}).parseFromString(
      text,
      'text/xml',
    )
    return isBroken || !document?.documentElement ? undefined : document
  } catch {
    return undefined
  }
}

/** The text of a changed part. */
export function wordXmlText(document: Document): string {
  return new XMLSerializer().serializeToString(document)
}

/** All elements below `node` with a qualified name such as `w:p`, in document order. */
export function elementsNamed(node: Document | Element, name: string): Element[] {
  return Array.from(node.getElementsByTagName(name))
}

/** The first child element with a qualified name. */
export function childNamed(element: Element | undefined, name: string): Element | undefined {
  for (let child = element?.firstChild; child; child = child.nextSibling) if (child.nodeName === name) return child as Element
  return undefined
}

/** The `w:val` of a child element; `undefined` without the child. */
export function attributeValue(element: Element | undefined, name: string): string | undefined {
  const child = childNamed(element, name)
  return child ? (child.getAttribute('w:val') ?? '') : undefined
}

/** Whether a switch such as `w:b` is on: there, and not set to off. */
export function isOn(properties: Element | undefined, name: string): boolean | undefined {
  const value = attributeValue(properties, name)
  return value === undefined ? undefined : !/^(?:0|false|off|none)$/.test(value)
}

/** What a reader sees of a part of the text. */
export function shownWordText(element: Element): string {
  let text = ''
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeName === 'w:t' || child.nodeName === 'w:delText') text += child.textContent ?? ''
    else if (child.nodeName === 'w:tab') text += '\t'
    else if (child.nodeName === 'w:br' || child.nodeName === 'w:cr') text += '\n'
    else if (child.nodeName === 'w:noBreakHyphen') text += '\u2011'
    else if (child.nodeType === 1 && child.nodeName !== 'mc:Choice') text += shownWordText(child as Element)
    if (child.nodeName === 'w:p') text += '\n'
  }
  return text
}
