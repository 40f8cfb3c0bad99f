import {
  AlignmentType,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import {type AgreementView, type BodyView, type CellView, type ClauseView, labelGap, type SpanView} from '../../compiler/view/index.ts'
import {bookmarkNames} from './bookmark.ts'
import {countedLabels} from './counted-labels.ts'
import {headingStyle, indentOf, TEXT_WIDTH} from './layout.ts'
import {type DocxFinish, packDocx} from './pack-docx.ts'
import {pageSection} from './page-section.ts'
import {textRuns} from './text-runs.ts'

/**
 * An agreement as a Word file: titles and headings by style, one paragraph a clause, its label as written and counted by Word where it can be, tables, marks,
 * links, and a bookmark at each clause.
 */
export async function agreementDocx(view: AgreementView, finish: DocxFinish): Promise<Uint8Array> {
  const bookmark = bookmarkNames()
  const labels = countedLabels()
  const titles = view.titles.map(
    (spans, index) =>
      new Paragraph({
        ...(index === view.titles.length - 1 ? {heading: HeadingLevel.TITLE} : {alignment: AlignmentType.CENTER}),
        children: spanRuns(spans),
      }),
  )
  const clauses = (list: readonly ClauseView[], depth: number): FileChild[] => {
    const numbered = labels.count(list)
    return list.flatMap((clause, index) => clauseParagraphs(clause, depth, numbered[index]))
  }
  const children = [...clauses(view.cover, 0), ...titles, ...clauses(view.frontMatter, 0), ...clauses(view.clauses, 0)]
  return packDocx({sections: pageSection(children, view.title), numbering: {config: labels.lists()}}, finish)

  function clauseParagraphs(clause: ClauseView, depth: number, numbering: IParagraphOptions['numbering']): FileChild[] {
    const {start, end} = bookmark(clause.anchor)
    const label = clause.label === undefined || numbering ? [] : [new TextRun(`${clause.label}${labelGap(clause.label)}`)]
    const own: FileChild[] = []
    const number = numbering ? {numbering} : {}
    const indent = indentOf(depth)
    if (clause.heading)
      own.push(
        new Paragraph({
          heading: headingStyle(clause.heading.level),
          ...number,
          children: [start, ...label, ...spanRuns(clause.heading.spans), end],
        }),
      )
    const first = clause.heading ? [] : [start, ...label]
    const last = clause.heading ? [] : [end]
    const lead = clause.heading ? indent : {...indent, ...number}
    const {body} = clause
    if (body?.type === 'paragraph') own.push(new Paragraph({...lead, children: [...first, ...spanRuns(body.spans), ...last]}))
    else if (body?.type === 'preformatted')
      own.push(new Paragraph({...lead, children: [...first, ...textRuns(body.value, []).map((run) => new TextRun(run)), ...last]}))
    else if (first.length > 0 && (clause.label !== undefined || body === undefined))
      own.push(new Paragraph({...lead, children: [...first, ...last]}))
    if (body?.type === 'table')
      own.push(
        tableOf(body),
        new Paragraph({spacing: {after: 0}, children: clause.heading || clause.label !== undefined ? [] : [start, end]}),
      )
    return [...own, ...clauses(clause.children, depth + 1)]
  }
}

function tableOf({head, rows}: Extract<BodyView, {readonly type: 'table'}>): Table {
  const columns = Math.max(1, head.length)
  const row = (cells: readonly CellView[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        ({align, spans}) =>
          new TableCell({
            children: [new Paragraph({...(align ? {alignment: align} : {}), spacing: {after: 0}, children: spanRuns(spans)})],
          }),
      ),
    })
  return new Table({
    width: {size: TEXT_WIDTH, type: WidthType.DXA},
    columnWidths: Array.from({length: columns}, () => Math.floor(TEXT_WIDTH / columns)),
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

function spanRuns(spans: readonly SpanView[]): ParagraphChild[] {
  return spans.flatMap((span): ParagraphChild[] => {
    const runs = textRuns(span.value, span.marks).map((run) => new TextRun(run))
    return span.link && /^(?:https?|mailto|tel):/i.test(span.link.url)
      ? [new ExternalHyperlink({link: span.link.url, children: runs})]
      : runs
  })
}
