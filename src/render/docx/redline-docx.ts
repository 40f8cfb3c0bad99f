import {type FileChild, Paragraph, type ParagraphChild, Table, TableCell, TableRow, WidthType} from 'docx'
import {
  labelGap,
  type RedlineBlock,
  type RedlineLine,
  type RedlineOp,
  type RedlineRow,
  type RedlineRun,
  type RedlineView,
} from '../../compiler/view/index.ts'
import {bookmarkNames} from './bookmark.ts'
import {headingStyle, indentOf, TEXT_WIDTH} from './layout.ts'
import {type DocxFinish, packDocx} from './pack-docx.ts'
import {pageSection} from './page-section.ts'
import {moveRange, openRevisions, type Tracking, trackedRuns} from './tracked-runs.ts'

/**
 * A redline as a Word file with tracked changes and moves: whoever accepts all has the new version, whoever rejects all the old one,
 * word for word and paragraph for paragraph.
 */
export async function redlineDocx(view: RedlineView, finish: DocxFinish): Promise<Uint8Array> {
  const revisions = openRevisions(finish.author, finish.date)
  const bookmark = bookmarkNames()
  const moves = new Map<string, string>()
  return packDocx({sections: pageSection(view.blocks.flatMap(blockParagraphs), view.title)}, finish)

  function blockParagraphs(block: RedlineBlock): FileChild[] {
    const {start, end} = bookmark(block.anchor)
    return block.lines.flatMap((line, index) => {
      const bounds = index === 0 ? ([[start], [end]] as const) : ([[], []] as const)
      return lineParagraphs(block, line, bounds)
    })
  }

  function lineParagraphs(
    block: RedlineBlock,
    line: RedlineLine,
    [start, end]: readonly [readonly ParagraphChild[], readonly ParagraphChild[]],
  ): FileChild[] {
    const layout = line.role === 'heading' ? {heading: headingStyle(line.level ?? 2)} : indentOf(block.depth)
    const mark = block.op === 'equal' ? line.end : block.op
    const [open, close] = moveMarks(block, line)
    const label = line.label.map((run) => ({...run, value: `${run.value}${labelGap(run.value)}`}))
    const ending = mark === 'equal' ? {} : {run: {[mark === 'insert' ? 'insertion' : 'deletion']: revisions.next()}}
    const paragraph = (runs: readonly RedlineRun[]) =>
      new Paragraph({
        ...layout,
        ...ending,
        children: [...start, ...open, ...runs.flatMap((run) => tracked(run, block)), ...close, ...end],
      })
    if (line.role !== 'table') return [paragraph([...label, ...line.runs])]
    const after = new Paragraph({...ending, spacing: {after: 0}, children: label.length > 0 ? [] : [...start, ...end]})
    return [...(label.length > 0 ? [paragraph(label)] : []), tableOf(line, block), after]
  }

  /** Nothing of a moved clause that its new place has not is shown there; its old place has the old text. */
  function tracked(run: RedlineRun, block: RedlineBlock): ParagraphChild[] {
    if (block.op === 'insert' && run.op === 'delete') return []
    const {was: _, ...plain} = run
    return block.op === 'equal' ? trackedRuns(run, run.op, revisions) : trackedRuns(plain, trackingOf(run.op, block), revisions)
  }

  function moveMarks(block: RedlineBlock, line: RedlineLine): readonly [readonly ParagraphChild[], readonly ParagraphChild[]] {
    if ((block.status !== 'moved' && block.status !== 'moved-away') || line.role === 'table') return [[], []]
    const target = block.status === 'moved' ? block.anchor : (block.notes[0]?.anchor ?? block.anchor)
    const key = `${target} ${line.role}`
    const name = moves.get(key) ?? `move${moves.size + 1}`
    moves.set(key, name)
    const [start, end] = moveRange(block.status === 'moved' ? 'moved-to' : 'moved-from', name, revisions)
    return [[start], [end]]
  }

  function tableOf(line: RedlineLine, block: RedlineBlock): Table {
    const columns = Math.max(1, ...line.rows.map(({cells}) => cells.length))
    return new Table({
      width: {size: TEXT_WIDTH, type: WidthType.DXA},
      columnWidths: Array.from({length: columns}, () => Math.floor(TEXT_WIDTH / columns)),
      rows: line.rows.filter(({op}) => !(block.op === 'insert' && op === 'delete')).map((row) => rowOf(row, block)),
    })
  }

  function rowOf({op, cells}: RedlineRow, block: RedlineBlock): TableRow {
    const own: RedlineOp = block.op === 'equal' ? op : block.op
    return new TableRow({
      ...(own === 'equal' ? {} : {[own === 'insert' ? 'insertion' : 'deletion']: revisions.next()}),
      children: cells.map(
        ({op: cell, align, runs}) =>
          new TableCell({
            ...(own === 'equal' && cell !== 'equal' ? {[cell === 'insert' ? 'insertion' : 'deletion']: revisions.next()} : {}),
            children: [
              new Paragraph({
                ...(align ? {alignment: align} : {}),
                spacing: {after: 0},
                children: runs.flatMap((run) => tracked(run, block)),
              }),
            ],
          }),
      ),
    })
  }
}

function trackingOf(op: RedlineOp, {op: block, status}: RedlineBlock): Tracking {
  if (block === 'insert') return op === 'equal' && status === 'moved' ? 'moved-to' : 'insert'
  return status === 'moved-away' ? 'moved-from' : 'delete'
}
