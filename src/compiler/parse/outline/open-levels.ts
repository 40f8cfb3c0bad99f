import type {LabelCandidate} from '../labels/label-grammar.ts'
import type {LabelPlace} from './label-place.ts'
import {BOLD_DEPTH, endsWithColon, isPlainText, type OutlineNode} from './outline-node.ts'

/** Parent of the first member of a new sequence. */
export function startParent(candidate: LabelCandidate, place: LabelPlace): OutlineNode {
  if (place.headingDepth !== undefined) return annexParent(candidate, place) ?? headingParent(place.current, place.headingDepth)
  if (candidate.row.rank === 'annex') return rootOf(place.current)
  if (candidate.row.rank === 'part' || candidate.row.rank === 'section') return divisionParent(candidate, place.current)
  return listParent(place)
}

/** Labelled members of a list that an unlabelled paragraph leads in are its siblings. */
export function listParent({current, fromList, itemDepth}: LabelPlace): OutlineNode {
  let owner = current
  while (isPlainText(owner) && owner.parent && !(fromList && itemDepth > 1 && owner.line?.item)) owner = owner.parent
  while (owner.label?.candidate.row.rank === 'bullet' && owner.parent && !endsWithColon(owner)) owner = owner.parent
  while (isPlainText(owner) && owner.parent) owner = owner.parent
  return owner
}

/** Sections of an annex that are set on its own level and begin anew. */
function annexParent(candidate: LabelCandidate, place: LabelPlace): OutlineNode | undefined {
  if (candidate.row.rank === 'annex' || candidate.row.rank === 'part') return undefined
  for (const node of openNodes(place.current))
    if (node.label?.candidate.row.rank === 'annex') return node.headingDepth === place.headingDepth ? node : undefined
  return undefined
}

/** Parent of a shape that is always a section or a part: the innermost heading or part above it. */
function divisionParent(candidate: LabelCandidate, current: OutlineNode): OutlineNode {
  for (const node of openNodes(current)) {
    const {rank, style} = node.label?.candidate.row ?? {}
    if (node.headingDepth !== undefined && node.headingDepth < BOLD_DEPTH && rank !== 'section') return node
    if (rank === 'part' && (candidate.row.rank === 'section' || style !== candidate.style)) return node
  }
  return rootOf(current)
}

/** The innermost open heading above `depth`; a bold line without a label stands below labelled bold lines and title lines, too. */
export function headingParent(current: OutlineNode, depth: number): OutlineNode {
  for (const node of openNodes(current)) {
    if (node.headingDepth !== undefined && node.headingDepth < depth) return node
    if (depth === BOLD_DEPTH && node.label && (node.boldTitle || node.isTitleLine || node.label.candidate.row.rank === 'section'))
      return node
  }
  return rootOf(current)
}

function rootOf(node: OutlineNode): OutlineNode {
  let root = node
  while (root.parent) root = root.parent
  return root
}

/** The open levels from the innermost out, root left out. */
export function* openNodes(current: OutlineNode): Generator<OutlineNode> {
  for (let node: OutlineNode | undefined = current; node?.parent; node = node.parent) yield node
}
