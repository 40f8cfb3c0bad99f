import {attributeValue, childNamed, elementsNamed, isOn} from './word-xml.ts'

/** A paragraph or character style with what it inherits. */
export interface WordStyle {
  readonly name: string
  readonly bold?: boolean
  readonly underline?: boolean
  /** Half points. */
  readonly size?: number
  /** 0 for the first level of headings. */
  readonly outlineLevel?: number
  readonly numberId?: string
  readonly numberLevel?: number
}

/** Styles by id. */
export type WordStyles = ReadonlyMap<string, WordStyle>

/** Reads `styles.xml`; what a style does not say, the one that it is based on does. */
export function readWordStyles(document: Document | undefined): WordStyles {
  const elements = new Map(
    (document ? elementsNamed(document, 'w:style') : []).map((element) => [element.getAttribute('w:styleId') ?? '', element]),
  )
  const styles = new Map<string, WordStyle>()
  for (const id of elements.keys()) resolve(id, 0)
  return styles

  function resolve(id: string, depth: number): WordStyle | undefined {
    const known = styles.get(id)
    const element = elements.get(id)
    if (known || !element || depth > 20) return known
    const base = resolve(attributeValue(element, 'w:basedOn') ?? '', depth + 1)
    const run = childNamed(element, 'w:rPr')
    const paragraph = childNamed(element, 'w:pPr')
    const numbering = childNamed(paragraph, 'w:numPr')
    const name = attributeValue(element, 'w:name') ?? id
    const headingLevel = /^(?:heading|标题)\s?([1-9])$/i.exec(name)?.[1]
    const own: WordStyle = {
      name,
      ...given('bold', isOn(run, 'w:b')),
      ...given('underline', isOn(run, 'w:u')),
      ...given('size', numberOf(attributeValue(run, 'w:sz'))),
      ...given(
        'outlineLevel',
        numberOf(attributeValue(paragraph, 'w:outlineLvl')) ?? (headingLevel === undefined ? undefined : Number(headingLevel) - 1),
      ),
      ...given('numberId', attributeValue(numbering, 'w:numId')),
      ...given('numberLevel', numberOf(attributeValue(numbering, 'w:ilvl'))),
    }
    const style = {...base, ...own}
    styles.set(id, style)
    return style
  }
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): {[name in Key]?: Value} {
  return value === undefined ? {} : ({[key]: value} as {[name in Key]: Value})
}

function numberOf(value: string | undefined): number | undefined {
  const number = Number(value)
  return value === undefined || value === '' || Number.isNaN(number) ? undefined : number
}
