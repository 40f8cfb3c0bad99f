import type {BlockContent, Heading, ListItem, PhrasingContent} from 'mdast'
import type {Body, Clause, Label, Span, Table} from '../clause-tree/index.ts'
import {phrasing} from './phrasing.ts'
import {rawInline} from './raw-node.ts'

/** What stands between clauses, such as a comment, and where in the source. */
export interface PlacedBlocks {
  readonly offset: number
  readonly blocks: readonly BlockContent[]
}

/**
 * Clauses → Markdown blocks: a list item where Markdown made the label, else a heading or a paragraph that begins with it.
 * Takes from `extras`, sorted by place, those that stand before a clause; list items are not torn apart by them.
 */
export function clauseBlocks(clauses: readonly Clause[], extras: PlacedBlocks[]): BlockContent[] {
  const blocks: BlockContent[] = []
  for (const clause of clauses) {
    while (extras[0] && extras[0].offset < (clause.position.start.offset ?? 0)) blocks.push(...(extras.shift()?.blocks ?? []))
    if (clause.label?.origin === 'list' && clause.label.style !== 'footnote' && clause.heading?.depth === undefined) {
      addItem(blocks, clause)
    } else {
      blocks.push(...ownBlocks(clause), ...clauseBlocks(clause.children, extras))
    }
  }
  return blocks
}

/** A Markdown heading of level `depth`, at most 6. */
export function headingBlock(spans: readonly Span[], depth: number, label?: PhrasingContent[]): BlockContent {
  return {type: 'heading', depth: LEVELS[depth - 1] ?? 6, children: [...(label ?? []), ...phrasing(spans)]}
}

const LEVELS: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6]

/** Appends to the list before it, or opens one: neighbouring items of one kind are one list in Markdown. */
function addItem(blocks: BlockContent[], clause: Clause): void {
  const label = clause.label
  const isOrdered = /\d/.test(label?.text ?? '')
  const marker = isOrdered ? (label?.text ?? '1.') : '-'
  const title: BlockContent[] =
    clause.heading && clause.heading.style !== 'run-in' && !isBodyTitle(clause)
      ? [{type: 'paragraph', children: phrasing(clause.heading.spans)}]
      : []
  const own = [...title, ...(clause.body ? [bodyBlock(clause.body, [])] : [])]
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [...own, ...clauseBlocks(clause.children, [])],
    data: {marker},
  }
  const last = blocks.at(-1)
  if (last?.type === 'list' && last.ordered === isOrdered) last.children.push(item)
  else blocks.push({type: 'list', ordered: isOrdered, spread: isOrdered, children: [item]})
}

function ownBlocks(clause: Clause): BlockContent[] {
  const label = clause.label ? labelContent(clause.label) : []
  const {heading, body} = clause
  if (heading && heading.style !== 'run-in' && (heading.depth !== undefined || body === undefined || !isBodyTitle(clause))) {
    const first: BlockContent =
      heading.depth === undefined
        ? {type: 'paragraph', children: labelled(clause.label, heading.spans)}
        : headingBlock(heading.spans, heading.depth, label)
    return body && !isBodyTitle(clause) ? [first, bodyBlock(body, [])] : [first]
  }
  if (body?.type === 'paragraph') return [quote(body, {type: 'paragraph', children: labelled(clause.label, body.spans)})]
  if (body) return [...(label.length > 0 ? [{type: 'paragraph' as const, children: label}] : []), bodyBlock(body, [])]
  return label.length > 0 ? [{type: 'paragraph', children: label}] : []
}

/** Whether the heading and the own text are the same words: a plain title line. */
function isBodyTitle({heading, body}: Clause): boolean {
  return (
    body?.type === 'paragraph' && heading !== undefined && heading.spans[0]?.position.start.offset === body.spans[0]?.position.start.offset
  )
}

function bodyBlock(body: Body, before: readonly PhrasingContent[]): BlockContent {
  switch (body.type) {
    case 'paragraph':
      return quote(body, {type: 'paragraph', children: [...before, ...phrasing(body.spans)]})
    case 'table':
      return tableBlock(body)
    case 'preformatted':
      return {type: 'code', value: body.value, ...(body.language === undefined ? {} : {lang: body.language})}
  }
}

function quote(body: Body, block: BlockContent): BlockContent {
  return body.type === 'paragraph' && body.quoted && block.type === 'paragraph' ? {type: 'blockquote', children: [block]} : block
}

function tableBlock(table: Table): BlockContent {
  return {
    type: 'table',
    align: table.align.map((align) => align ?? null),
    children: table.rows.map((row) => ({
      type: 'tableRow',
      children: row.cells.map((cell) => ({type: 'tableCell', children: phrasing(cell.spans)})),
    })),
  }
}

/** A label that shares its marks with the text after it stands inside them, as its author set it. */
function labelled(label: Label | undefined, spans: readonly Span[]): PhrasingContent[] {
  if (!label) return phrasing(spans)
  if (label.style === 'footnote') return [rawInline(`${label.text} `), ...phrasing(spans)]
  return phrasing([labelSpan(label), ...spans])
}

function labelContent(label: Label): PhrasingContent[] {
  return label.style === 'footnote' ? [rawInline(`${label.text} `)] : phrasing([labelSpan(label)])
}

function labelSpan(label: Label): Span {
  return {value: label.text + gapAfter(label.text), marks: label.marks, position: label.position}
}

/** Full-width punctuation needs no blank after it. */
function gapAfter(label: string): string {
  return /[、）．：】〕]$/.test(label) ? '' : ' '
}
