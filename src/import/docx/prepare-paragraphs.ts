import {isAgreementName, isTitleLike} from '../../compiler/index.ts'
import type {WordNumbering} from './word-numbering.ts'
import type {WordStyle, WordStyles} from './word-styles.ts'
import {attributeValue, childNamed, elementsNamed, isOn, shownWordText} from './word-xml.ts'

/** What the paragraphs of a document are prepared with. */
export interface WordLook {
  readonly styles: WordStyles
  readonly numbering: WordNumbering
}

/** Ids of the paragraph styles that headings get; `0` is the title. */
export const HEADING_STYLE = 'ProvisoHeading'

/**
 * Writes into the paragraphs what Word shows and its readers do not see: numbers that it counts become text, headings by style, outline level
 * or look get a style of their own, bold and underline of styles are set on the runs. Hidden text goes; its words are given back.
 */
export function prepareParagraphs(document: Document, {styles, numbering}: WordLook): readonly string[] {
  const hidden = removeHidden(document)
  const paragraphs = elementsNamed(document, 'w:p')
  const bodySize = usualSize(paragraphs, styles)
  const depths = headingDepths(paragraphs, styles, bodySize)
  paragraphs.forEach((paragraph, index) => {
    const style = styleOf(paragraph, styles)
    const depth = depths[index]
    addNumber(paragraph, style, numbering)
    if (depth === undefined) setRunLook(paragraph, style, styles)
    else {
      setStyle(paragraph, `${HEADING_STYLE}${depth}`)
      removeBold(paragraph)
    }
  })
  return hidden
}

function removeHidden(document: Document): string[] {
  const hidden: string[] = []
  for (const run of elementsNamed(document, 'w:r')) {
    if (isOn(childNamed(run, 'w:rPr'), 'w:vanish') !== true) continue
    const text = shownWordText(run)
    if (text.trim() !== '') hidden.push(text)
    run.parentNode?.removeChild(run)
  }
  return hidden
}

function styleOf(paragraph: Element, styles: WordStyles): WordStyle | undefined {
  return styles.get(attributeValue(childNamed(paragraph, 'w:pPr'), 'w:pStyle') ?? 'Normal')
}

function sizeOf(paragraph: Element, styles: WordStyles): number | undefined {
  const run = elementsNamed(paragraph, 'w:r').find((one) => shownWordText(one).trim() !== '')
  const own = Number(attributeValue(childNamed(run, 'w:rPr'), 'w:sz') ?? Number.NaN)
  return Number.isNaN(own) ? styleOf(paragraph, styles)?.size : own
}

/** Font size of most of the text, in half points. */
function usualSize(paragraphs: readonly Element[], styles: WordStyles): number {
  const lengths = new Map<number, number>()
  for (const paragraph of paragraphs) {
    const size = sizeOf(paragraph, styles) ?? 21
    lengths.set(size, (lengths.get(size) ?? 0) + shownWordText(paragraph).length)
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 21
}

/** For each paragraph its level as a heading, 0 for a title; `undefined` for text. */
function headingDepths(paragraphs: readonly Element[], styles: WordStyles, bodySize: number): (number | undefined)[] {
  const levels = paragraphs.map((paragraph) => {
    const text = shownWordText(paragraph).trim()
    if (text === '' || isInTable(paragraph)) return undefined
    const style = styleOf(paragraph, styles)
    if (/^(?:title|标题|书名)$/i.test(style?.name ?? '')) return 0
    const own = attributeValue(childNamed(paragraph, 'w:pPr'), 'w:outlineLvl')
    const outline = own === undefined ? style?.outlineLevel : Number(own)
    if (outline !== undefined && outline < 9 && text.length < 200) return outline + 1
    const size = sizeOf(paragraph, styles) ?? bodySize
    return size >= bodySize + 3 && text.length < 80 && isTitleLike(text) ? -size : undefined
  })
  const bySize = [...new Set(levels.filter((level): level is number => level !== undefined && level < 0))].sort((a, b) => a - b)
  const first = levels.findIndex((level) => level !== undefined)
  const isTitled = levels.includes(0)
  const shown = levels.map((level, index) => {
    if (level === undefined) return undefined
    if (level < 0) return !isTitled && index === first ? 0 : bySize.indexOf(level) + (isTitled || bySize.length < 2 ? 1 : 0)
    return level
  })
  const ones = shown.filter((level) => level === 1).length
  const firstText = shownWordText(paragraphs[first] ?? paragraphs[0] ?? ({firstChild: null} as unknown as Element)).trim()
  const isOwnTitle = !shown.includes(0) && shown[first] === 1 && (ones === 1 || isAgreementName(firstText))
  if (isOwnTitle) shown[first] = 0
  return shown.map((level, index) => (level === 1 && isOwnTitle && ones > 1 && index !== first ? 1 : level))
}

function isInTable(paragraph: Element): boolean {
  for (let node = paragraph.parentNode; node; node = node.parentNode) if (node.nodeName === 'w:tc') return true
  return false
}

function addNumber(paragraph: Element, style: WordStyle | undefined, numbering: WordNumbering): void {
  const properties = childNamed(paragraph, 'w:pPr')
  const own = childNamed(properties, 'w:numPr')
  const numberId = attributeValue(own, 'w:numId') ?? style?.numberId
  if (numberId === undefined || numberId === '0') return
  const styleId = attributeValue(properties, 'w:pStyle') ?? ''
  const level = Number(attributeValue(own, 'w:ilvl') ?? numbering.levelOf(numberId, styleId) ?? style?.numberLevel ?? 0)
  const {label, isBullet} = numbering.next(numberId, level)
  if (isBullet) return
  if (own) own.parentNode?.removeChild(own)
  else if (properties) setNoNumber(properties)
  if (label === '') return
  const document = paragraph.ownerDocument
  const run = document.createElementNS(paragraph.namespaceURI, 'w:r')
  const text = document.createElementNS(paragraph.namespaceURI, 'w:t')
  text.setAttribute('xml:space', 'preserve')
  text.appendChild(document.createTextNode(/[、）．：】]$/.test(label) ? label : `${label} `))
  run.appendChild(text)
  paragraph.insertBefore(run, properties?.nextSibling ?? paragraph.firstChild)
}

/** Keeps a paragraph out of the list that its style puts it in. */
function setNoNumber(properties: Element): void {
  const document = properties.ownerDocument
  const numbers = document.createElementNS(properties.namespaceURI, 'w:numPr')
  const id = document.createElementNS(properties.namespaceURI, 'w:numId')
  id.setAttribute('w:val', '0')
  numbers.appendChild(id)
  properties.appendChild(numbers)
}

function setStyle(paragraph: Element, id: string): void {
  const document = paragraph.ownerDocument
  let properties = childNamed(paragraph, 'w:pPr')
  if (!properties) {
    properties = document.createElementNS(paragraph.namespaceURI, 'w:pPr')
    paragraph.insertBefore(properties, paragraph.firstChild)
  }
  const numbers = childNamed(properties, 'w:numPr')
  if (numbers) properties.removeChild(numbers)
  const known = childNamed(properties, 'w:pStyle')
  const style = known ?? document.createElementNS(paragraph.namespaceURI, 'w:pStyle')
  style.setAttribute('w:val', id)
  if (!known) properties.insertBefore(style, properties.firstChild)
}

/** The weight of a heading is no emphasis. */
function removeBold(paragraph: Element): void {
  for (const run of elementsNamed(paragraph, 'w:r')) {
    const properties = childNamed(run, 'w:rPr')
    const bold = childNamed(properties, 'w:b')
    if (bold) properties?.removeChild(bold)
  }
}

/** Sets bold and underline that a style gives on each run, where readers of Word files look for them. */
function setRunLook(paragraph: Element, style: WordStyle | undefined, styles: WordStyles): void {
  for (const run of elementsNamed(paragraph, 'w:r')) {
    const document = run.ownerDocument
    let properties = childNamed(run, 'w:rPr')
    const character = styles.get(attributeValue(properties, 'w:rStyle') ?? '')
    const isLink = /hyperlink|超链接/i.test(character?.name ?? '')
    for (const [name, value] of [
      ['w:b', isOn(properties, 'w:b') ?? character?.bold ?? style?.bold],
      ['w:u', isLink ? undefined : (isOn(properties, 'w:u') ?? character?.underline ?? style?.underline)],
    ] as const) {
      if (value !== true || isOn(properties, name) !== undefined) continue
      if (!properties) {
        properties = document.createElementNS(run.namespaceURI, 'w:rPr')
        run.insertBefore(properties, run.firstChild)
      }
      const mark = document.createElementNS(run.namespaceURI, name)
      if (name === 'w:u') mark.setAttribute('w:val', 'single')
      properties.appendChild(mark)
    }
  }
}
