import type {Heading, Nodes, RootContent} from 'mdast'
import {isAgreementName} from '../../compiler/index.ts'

/**
 * Headings above the only title of the first level become bold lines: they head cover pages and contents, and no section. Where the title
 * bears no name of an agreement or most of the text stands above it, all stays as it is.
 */
export function levelCover(blocks: readonly RootContent[]): RootContent[] {
  const titles = blocks.flatMap((block, index) => (block.type === 'heading' && block.depth === 1 ? [{block, index}] : []))
  const [title] = titles
  if (!title || titles.length > 1 || !isAgreementName(plainText(title.block).trim())) return [...blocks]
  const cover = blocks.slice(0, title.index)
  const lengthOf = (part: readonly RootContent[]) => part.reduce((sum, block) => sum + plainText(block).length, 0)
  if (lengthOf(cover) > lengthOf(blocks.slice(title.index))) return [...blocks]
  return [...cover.map((block) => (block.type === 'heading' ? boldLine(block) : block)), ...blocks.slice(title.index)]
}

function boldLine({children}: Heading): RootContent {
  return {type: 'paragraph', children: [{type: 'strong', children}]}
}

function plainText(node: Nodes): string {
  if ('children' in node) return node.children.map(plainText).join('')
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : ''
}
