import type {ListItem} from 'mdast'
import type {Line} from '../lines/line.ts'
import {endsWithColon, type OutlineNode} from './outline-node.ts'

/**
 * Where unlabelled text belongs: to the labelled clause before it, after a list to the owner of the list, at most to the Markdown item around it.
 *
 * @param current the last node in reading order
 */
export function textOwner(line: Line, current: OutlineNode, items: ReadonlyMap<ListItem, OutlineNode>): OutlineNode {
  const item = line.item && !line.marker ? items.get(line.item) : undefined
  const within = item && isOpen(item, current) ? item : undefined
  let owner = current
  while (owner.parent && owner !== within && !ownsText(owner)) owner = owner.parent
  return owner
}

/** Whether a node is the last one or stands above it; what comes next may go only there, or it would come before what was read earlier. */
function isOpen(node: OutlineNode, current: OutlineNode): boolean {
  for (let open: OutlineNode | undefined = current; open; open = open.parent) if (open === node) return true
  return false
}

function ownsText(node: OutlineNode): boolean {
  if (node.headingDepth !== undefined || node.isTitleLine) return true
  if (!node.label) return false
  const {rank} = node.label.candidate.row
  if (rank === 'section' || rank === 'part' || rank === 'annex') return true
  if (rank === 'bullet' || (node.label.origin === 'list' && !node.isContinued)) return false
  if (node.label.origin === 'list') return !isMember(node)
  return node.label.candidate.values.length > 1 || node.boldTitle || !isMember(node)
}

/** Whether a labelled node is a member of a list rather than a clause: it stands inside a clause or after a lead-in. */
function isMember(node: OutlineNode): boolean {
  const {parent} = node
  if (!parent) return false
  return isClause(parent) || (!parent.isTitleLine && parent.headingDepth === undefined && endsWithColon(parent)) || node.followsLeadIn
}

/** Whether a node is a clause or deeper: a section does not make members of what stands below it. */
function isClause(node: OutlineNode): boolean {
  if (!node.label) return false
  const {rank} = node.label.candidate.row
  if (rank === 'section' || rank === 'part' || rank === 'annex') return false
  if (node.headingDepth === undefined && !node.isTitleLine && !(node.boldTitle && node.parent?.label === undefined)) return true
  return isNumberedDivision(node.parent)
}

function isNumberedDivision(node: OutlineNode | undefined): boolean {
  return node?.label !== undefined && node.label.candidate.row.rank !== 'part' && node.label.candidate.row.rank !== 'annex'
}
