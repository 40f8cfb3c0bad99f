import type {DroppedText, Repair} from '../import-report.ts'
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
  const count = insertions.length + deletions.length
  if (count === 0 || choice === undefined) return {count, dropped: [], repairs: []}
  const [kept, removed] = choice === 'accept' ? [insertions, deletions] : [deletions, insertions]
  const reason = choice === 'accept' ? 'deleted-text' : 'inserted-text'
  const dropped: DroppedText[] = []
  joinParagraphs(document, choice === 'accept' ? 'w:del' : 'w:ins')
  for (const element of removed) {
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
    while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element)
    element.parentNode?.removeChild(element)
  }
  const message = `${choice === 'accept' ? 'Accepted' : 'Rejected'} ${count} tracked changes`
  return {count, dropped, repairs: [{rule: 'tracked-changes', confidence: 'certain', message}]}
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
