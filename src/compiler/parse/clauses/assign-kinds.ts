import {spansText} from '../../clause-tree/index.ts'
import {isTitleLike} from '../lines/title-like.ts'
import {isPlainText, type OutlineNode} from '../outline/outline-node.ts'

/** Gives every node its kind: parts and sections from headings and labels, the rest from depth. Turns bold and plain title lines into headings. */
export function assignKinds(root: OutlineNode): void {
  const firstDivision = root.children.findIndex((node) => !isPlainText(node) && node.label?.candidate.row.rank !== 'bullet')
  root.children.forEach((node, index) => {
    if (firstDivision < 0 || index < firstDivision) node.kind = 'preamble'
    else if (isPlainText(node)) node.kind = node.block?.type === 'table' ? 'table' : 'paragraph'
    else node.kind = topKind(node, root)
    settleHeading(node)
    if (node.kind === 'part') assignBelowPart(node)
    else assignBelow(node)
  })
}

function topKind(node: OutlineNode, parent: OutlineNode): 'part' | 'section' | 'clause' | 'item' {
  if (isPart(node)) return 'part'
  if (isSection(node, parent)) return 'section'
  return node.label?.candidate.row.rank === 'bullet' ? 'item' : 'clause'
}

/** A heading above sections: it names a division, or it has no number of its own and sections below it have. */
function isPart(node: OutlineNode): boolean {
  const rank = node.label?.candidate.row.rank
  if (node.headingDepth === undefined && !node.boldTitle && rank !== 'part') return false
  const labelled = node.children.filter((child) => child.label && child.label.candidate.row.rank !== 'bullet')
  const isPlain = node.label !== undefined && rank !== 'part' && rank !== 'annex'
  const sections = labelled.filter((child) =>
    isPlain ? child.label?.candidate.row.rank === 'section' && isTypedAbove(node, child) : isSectionLike(child, node),
  )
  return sections.length > 0 && sections.length * 2 >= labelled.length
}

/** `I.` above `§ 1`: a shape that is always a section makes its numbered heading a part, unless both are written alike. */
function isTypedAbove(node: OutlineNode, child: OutlineNode): boolean {
  return node.label?.candidate.row.rank === 'any' && child.label?.candidate.style !== node.label.candidate.style
}

/** A labelled child that would be a section at the top: a heading with a body of clauses, or a shape that is always one. */
function isSectionLike(child: OutlineNode, parent: OutlineNode): boolean {
  const rank = child.label?.candidate.row.rank
  if (rank === 'section' || rank === 'part') return true
  if ((child.label?.candidate.values.length ?? 0) > 1) return false
  if (child.headingDepth !== undefined) return parent.label === undefined || rank === 'annex'
  const text = spansText(child.spans)
  return child.isTitleLine || (hasLabelledChildren(child) && isTitleLike(text) && !/[:：]\s*$/.test(text))
}

function isSection(node: OutlineNode, parent: OutlineNode): boolean {
  const rank = node.label?.candidate.row.rank
  if (node.headingDepth !== undefined || rank === 'section' || rank === 'part' || rank === 'annex') return true
  if (!node.label || rank === 'bullet' || node.label.candidate.values.length > 1) return false
  if (node.isTitleLine || (node.boldTitle && node.children.length > 0)) return true
  if (node.label.origin === 'list' && !hasLabelledChildren(node)) return false
  const text = spansText(node.spans)
  if (!isTitleLike(text) || /[:：]\s*$/.test(text)) return false
  if (hasLabelledChildren(node) && node.children.every((child) => child.label?.candidate.row.rank !== 'bullet')) return true
  const siblings = parent.children.filter((sibling) => sibling.label?.candidate.style === node.label?.candidate.style)
  const titled = siblings.filter((sibling) => isTitleLike(spansText(sibling.spans)) && sibling.children.length > 0)
  return titled.length * 2 > siblings.length
}

function hasLabelledChildren(node: OutlineNode): boolean {
  return node.children.some((child) => child.label !== undefined)
}

function assignBelowPart(part: OutlineNode): void {
  for (const node of part.children) {
    if (isPlainText(node)) node.kind = node.block?.type === 'table' ? 'table' : 'paragraph'
    else if (isPart(node)) node.kind = 'part'
    else node.kind = isSection(node, part) ? 'section' : node.label?.candidate.row.rank === 'bullet' ? 'item' : 'clause'
    settleHeading(node)
    if (node.kind === 'part') assignBelowPart(node)
    else assignBelow(node)
  }
}

function assignBelow(parent: OutlineNode): void {
  for (const node of parent.children) {
    node.kind = kindBelow(node, parent)
    settleHeading(node)
    assignBelow(node)
  }
}

function kindBelow(node: OutlineNode, parent: OutlineNode): 'clause' | 'item' | 'paragraph' | 'table' {
  if (isPlainText(node)) return node.block?.type === 'table' ? 'table' : 'paragraph'
  if (node.label?.candidate.row.rank === 'bullet') return 'item'
  if (node.headingDepth !== undefined) return 'clause'
  if (parent.kind === 'section' || parent.kind === 'part') return 'clause'
  if (parent.kind !== 'clause') return 'item'
  const isDecimal = (node.label?.candidate.values.length ?? 0) > 1 && node.label?.candidate.style.startsWith('decimal')
  const isTop = parent.parent?.parent === undefined
  return isDecimal && (isTop || (parent.label?.candidate.values.length ?? 0) > 1 || parent.headingDepth !== undefined) ? 'clause' : 'item'
}

/** A bold title with something under it, and the plain title of a section, stand apart from the text. */
function settleHeading(node: OutlineNode): void {
  const isDivision = node.kind === 'section' || node.kind === 'part'
  const text = spansText(node.spans)
  const isLeadIn = /[:：]\s*$/.test(text) && !node.label?.marks.includes('bold')
  const isApart =
    (node.boldTitle && (isDivision || (node.children.length > 0 && !isLeadIn))) ||
    (isDivision && isTitleLike(text) && node.headingDepth === undefined && !isLeadIn)
  if (isApart) {
    node.headingSpans = node.spans
    node.spans = []
  }
}
