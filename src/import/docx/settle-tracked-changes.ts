import type {DroppedText, Repair} from '../import-report.ts'
import {unwrap} from './plain-structures.ts'
import {elementsNamed, shownWordText} from './word-xml.ts'

/** What to do with tracked changes: take the text as after them, or as before. */
export type TrackedChanges = 'accept' | 'reject'

/** How many changes a document tracks, and what settling them left out. */
export interface SettledChanges {
  readonly count: number
  readonly dropped: readonly DroppedText[]
  readonly repairs: readonly Repair[]
}

/** Settles insertions, deletions and moves in place; without a choice it only counts them. */
export function settleTrackedChanges(document: Document, choice: TrackedChanges | undefined): SettledChanges {
  const insertions = [...elementsNamed(document, 'w:ins'), ...elementsNamed(document, 'w:moveTo')]
  const deletions = [...elementsNamed(document, 'w:del'), ...elementsNamed(document, 'w:moveFrom')]
  const looks = [...elementsNamed(document, 'w:rPrChange'), ...elementsNamed(document, 'w:pPrChange')]
  const count = insertions.length + deletions.length + looks.length
  if (count === 0 || choice === undefined) return {count, dropped: [], repairs: []}
  const [kept, removed] = choice === 'accept' ? [insertions, deletions] : [deletions, insertions]
  const reason = choice === 'accept' ? 'deleted-text' : 'inserted-text'
  const dropped: DroppedText[] = []
  joinParagraphs(document, choice === 'accept' ? 'w:del' : 'w:ins')
  for (const look of looks) settleLook(look, choice)
  for (const mark of removed) {
    const element = rowOf(mark) ?? mark
    if (!isAttached(element)) continue
    const text = shownWordText(element)
    if (text.trim() !== '') dropped.push({reason, text})
    element.parentNode?.removeChild(element)
  }
  for (const element of kept) {
    for (const deleted of elementsNamed(element, 'w:delText')) {
      const text = document.createElementNS(deleted.namespaceURI, 'w:t')
      text.setAttribute('xml:space', 'preserve')
      text.appendChild(document.createTextNode(deleted.textContent ?? ''))
      deleted.parentNode?.replaceChild(text, deleted)
    }
    unwrap(element)
  }
  const message = `${choice === 'accept' ? 'Accepted' : 'Rejected'} ${count} tracked changes`
  return {count, dropped, repairs: [{rule: 'tracked-changes', confidence: 'certain', message}]}
}

/** Whether an element still stands in its document; what stood in a removed row does not. */
function isAttached(element: Element): boolean {
  let node: Node | null = element
  while (node.parentNode) node = node.parentNode
  return node.nodeType === 9
}

/** The row of a table that is inserted or deleted as a whole. */
function rowOf({parentNode}: Element): Element | undefined {
  return parentNode?.nodeName === 'w:trPr' ? ((parentNode.parentNode ?? undefined) as Element | undefined) : undefined
}

/** A changed look: the properties around it are those after the change, those in it are those before. */
function settleLook(change: Element, choice: TrackedChanges): void {
  const after = change.parentNode
  after?.removeChild(change)
  if (choice === 'accept' || !after) return
  const marks = Array.from(after.childNodes).filter(({nodeName}) => /^w:(?:ins|del|moveFrom|moveTo|rPr)$/.test(nodeName))
  while (after.firstChild) after.removeChild(after.firstChild)
  const before = change.firstChild
  while (before?.firstChild) after.appendChild(before.firstChild)
  for (const mark of marks) after.appendChild(mark)
}

/** A paragraph whose mark is deleted goes on in the next one. */
function joinParagraphs(document: Document, mark: 'w:del' | 'w:ins'): void {
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const properties = elementsNamed(paragraph, 'w:pPr')[0]
    const isMarked = properties ? elementsNamed(properties, 'w:rPr').some((run) => elementsNamed(run, mark).length > 0) : false
    let next = paragraph.nextSibling
    while (next && next.nodeType !== 1) next = next.nextSibling
    if (!isMarked || next?.nodeName !== 'w:p') continue
    const before = next.firstChild?.nodeName === 'w:pPr' ? next.firstChild.nextSibling : next.firstChild
    for (let child = paragraph.firstChild; child; ) {
      const following: ChildNode | null = child.nextSibling
      if (child.nodeName !== 'w:pPr') next.insertBefore(child, before)
      child = following
    }
    paragraph.parentNode?.removeChild(paragraph)
  }
}
