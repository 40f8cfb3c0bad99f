import {DeletedTextRun, ImportedXmlComponent, InsertedTextRun, type ParagraphChild, TextRun} from 'docx'
import type {RedlineOp, RedlineRun} from '../../compiler/view/index.ts'
import {looksOf, textRuns} from './text-runs.ts'

/** How a run is tracked: a move is a deletion here and an insertion there that Word shows as one. */
export type Tracking = RedlineOp | 'moved-to' | 'moved-from'

/** Who changed what when; each change has a number of its own. */
export interface Revisions {
  next(): {readonly id: number; readonly author: string; readonly date: string}
}

/** Numbers revisions from 1. */
export function openRevisions(author: string, date: string): Revisions {
  let id = 0
  return {
    next() {
      id += 1
      return {id, author, date: date.replace(/\.\d+Z$/, 'Z')}
    },
  }
}

/** A run as Word tracks it. */
export function trackedRuns(run: RedlineRun, tracking: Tracking, revisions: Revisions): ParagraphChild[] {
  return textRuns(run.value, run.marks).map((options): ParagraphChild => {
    if (tracking === 'equal') return new TextRun(run.was ? {...options, revision: {...looksOf(run.was), ...revisions.next()}} : options)
    const {id, author, date} = revisions.next()
    if (tracking === 'insert') return new InsertedTextRun({...options, id, author, date})
    if (tracking === 'delete') return new DeletedTextRun({...options, id, author, date})
    const move = new ImportedXmlComponent(tracking === 'moved-to' ? 'w:moveTo' : 'w:moveFrom', {
      'w:id': id,
      'w:author': author,
      'w:date': date,
    })
    move.push(new TextRun(options))
    return move
  })
}

/** The marks around a paragraph that moved; both ends of a move share a name. */
export function moveRange(side: 'moved-to' | 'moved-from', name: string, revisions: Revisions): readonly [ParagraphChild, ParagraphChild] {
  const {id, author, date} = revisions.next()
  const element = side === 'moved-to' ? 'w:moveTo' : 'w:moveFrom'
  return [
    new ImportedXmlComponent(`${element}RangeStart`, {'w:id': id, 'w:author': author, 'w:date': date, 'w:name': name}),
    new ImportedXmlComponent(`${element}RangeEnd`, {'w:id': id}),
  ]
}
