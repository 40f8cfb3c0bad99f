import type {BlockContent} from 'mdast'
import type {Agreement, Dropped, Heading} from '../clause-tree/index.ts'
import {clauseBlocks, headingBlock, type PlacedBlocks} from './clause-blocks.ts'
import {rawBlock} from './raw-node.ts'
import {stringifyMarkdown} from './stringify-markdown.ts'

/**
 * Writes agreements as canonical Markdown: one block a clause, labels as written, `-` for bullets, `**` for bold and `<u>` for underline.
 * Front matter, comments and breaks keep their places; link definitions and HTML that means nothing are left out.
 */
export function formatAgreements(agreements: readonly Agreement[]): string {
  const blocks = agreements.flatMap((agreement) => agreementBlocks(agreement))
  return stringifyMarkdown(blocks)
}

function agreementBlocks(agreement: Agreement): BlockContent[] {
  const placed: PlacedBlocks[] = [
    ...agreement.titles.map((title) => ({offset: offsetOf(title), blocks: [titleBlock(title)]})),
    ...agreement.frontMatter.map((clause) => ({offset: offsetOf(clause), blocks: clauseBlocks([clause], [])})),
    ...agreement.dropped.flatMap(droppedBlocks),
  ]
  const extras = placed.sort((a, b) => a.offset - b.offset)
  return [...clauseBlocks(agreement.clauses, extras), ...extras.flatMap(({blocks}) => blocks)]
}

/** A title without a Markdown level becomes a heading of the first level. */
function titleBlock(title: Heading): BlockContent {
  return headingBlock(title.spans, title.depth ?? 1)
}

function droppedBlocks(dropped: Dropped): PlacedBlocks[] {
  const offset = dropped.position.start.offset ?? 0
  switch (dropped.reason) {
    case 'metadata':
    case 'comment':
      return [{offset, blocks: [rawBlock(dropped.text)]}]
    case 'thematic-break':
      return [{offset, blocks: [{type: 'thematicBreak'}]}]
    default:
      return []
  }
}

function offsetOf(place: {readonly position: {readonly start: {readonly offset?: number | undefined}}} | undefined): number {
  return place?.position.start.offset ?? 0
}
