import {isPlainText, type OutlineNode} from '../outline/outline-node.ts'
import {boldRunIn} from '../outline/run-in.ts'

/**
 * A clause that is set as a heading takes the first paragraph below it as its own text, unless that paragraph has a title of its own;
 * what stood below the paragraph then stands below the clause.
 */
export function liftBodies(node: OutlineNode): void {
  const first = node.children[0]
  const isClauseHeading = (node.kind === 'clause' || node.kind === 'item') && node.headingSpans.length > 0 && node.spans.length === 0
  if (isClauseHeading && first && isPlainText(first) && first.kind === 'paragraph' && first.spans.length > 0 && !boldRunIn(first.spans)) {
    node.spans = first.spans
    node.position = {start: node.position.start, end: first.position.end}
    for (const child of first.children) child.parent = node
    node.children.splice(0, 1, ...first.children)
  }
  for (const child of node.children) liftBodies(child)
}
