import {type Body, type Clause, type Heading, type Label, type Span, spansText} from '../../clause-tree/index.ts'
import {isTitleLike} from '../lines/title-like.ts'
import {isPlainText, type OutlineNode} from '../outline/outline-node.ts'
import {runInTitle} from '../outline/run-in.ts'

/** Outline nodes with kinds and paths → clauses. */
export function toClauses(nodes: readonly OutlineNode[], paths: ReadonlyMap<OutlineNode, string>): Clause[] {
  const ordinals = new Map<string, number>()
  return nodes.map((node) => {
    const label = labelOf(node, ordinals)
    const heading = headingOf(node)
    const body = bodyOf(node)
    return {
      type: 'clause',
      kind: node.kind ?? 'paragraph',
      path: paths.get(node) ?? '',
      ...(label ? {label} : {}),
      ...(heading ? {heading} : {}),
      ...(body ? {body} : {}),
      children: toClauses(node.children, paths),
      position: node.position,
    }
  })
}

/** A bullet has its ordinal among the bullets of its parent in place of a value. */
function labelOf({label}: OutlineNode, ordinals: Map<string, number>): Label | undefined {
  if (!label) return undefined
  const {text, values} = label.candidate
  const style = label.candidate.style.startsWith('bullet ') ? 'bullet' : label.candidate.style
  const ordinal = (ordinals.get(style) ?? 0) + 1
  ordinals.set(style, ordinal)
  return {text, style, values: values.length > 0 ? values : [ordinal], origin: label.origin, marks: label.marks, position: label.position}
}

function headingOf(node: OutlineNode): Heading | undefined {
  if (node.headingSpans.length > 0) {
    const isMarked = node.headingDepth !== undefined || node.boldTitle
    const depth = node.headingDepth !== undefined && node.headingDepth <= 6 ? {depth: node.headingDepth} : {}
    return {style: isMarked ? 'heading' : 'plain', spans: node.headingSpans, ...depth, position: range(node.headingSpans, node)}
  }
  if (node.spans.length === 0) return undefined
  if (isPlainHeading(node)) return {style: 'plain', spans: node.spans, position: range(node.spans, node)}
  const runIn = node.kind === 'preamble' || node.kind === 'colophon' ? undefined : runInTitle(node.spans)
  return runIn && runIn.length > 0 ? {style: 'run-in', spans: runIn, position: range(runIn, node)} : undefined
}

/** A labelled line that holds only a title, with numbered clauses or a text of its own below it. */
function isPlainHeading(node: OutlineNode): boolean {
  const text = spansText(node.spans)
  const [first] = node.children
  if (node.kind !== 'clause' || !node.label || !isTitleLike(text) || OPEN_PREDICATE.test(text)) return false
  if (first && isPlainText(first) && !first.block && !/[:：.]\s*$/.test(text)) return true
  return node.children.some((child) => (child.label?.candidate.values.length ?? 0) > 1)
}

/** A sentence that its clauses finish: `您同意并理解`. */
const OPEN_PREDICATE = /^(?:您|你|我们)(?!的).*(?:同意|理解|承诺|保证|确认|知悉|认可|声明|应当|不得|可以|包括)[:：]?$/

function bodyOf(node: OutlineNode): Body | undefined {
  if (node.block) return node.block
  if (node.spans.length === 0) return undefined
  return {type: 'paragraph', spans: node.spans, ...(node.line?.quoted ? {quoted: true} : {})}
}

function range(spans: readonly Span[], node: OutlineNode): Heading['position'] {
  const first = spans[0]
  const last = spans.at(-1)
  return first && last ? {start: first.position.start, end: last.position.end} : node.position
}
