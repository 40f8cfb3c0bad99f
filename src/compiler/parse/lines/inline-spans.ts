import type {Definition, Html, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Dropped, Link, Mark, Span} from '../../clause-tree/index.ts'
import {restorePlaceholders, uncalmed} from './calm-markup.ts'
import {outsideComments} from './comments.ts'
import type {HtmlRole} from './html-marks.ts'
import type {SourceLines} from './source-lines.ts'
import {textPieces} from './text-pieces.ts'

/** What inline content is read with. */
export interface InlineContext {
  /** The source as given; texts are taken from it. */
  readonly source: string
  /** The source as Markdown saw it; of equal length. */
  readonly calmed: string
  /** Comments, which are blank in both. */
  readonly comments: readonly Dropped[]
  readonly lines: SourceLines
  readonly htmlRoles: ReadonlyMap<Html, HtmlRole>
  readonly definitions: ReadonlyMap<string, Definition>
  /** Marks that HTML opened and has not closed yet; carried from block to block. */
  readonly htmlMarks: Mark[]
  /** Called for each HTML tag that is no mark. */
  readonly drop: (dropped: Dropped, unmatched: boolean) => void
}

/** A line end inside a paragraph. */
export interface LineBreak {
  readonly type: 'break'
  readonly strength: 'hard' | 'soft'
  readonly position: Position
}

/** Flattens inline content to spans and line breaks, in source order. */
export function inlineSpans(nodes: readonly PhrasingContent[], context: InlineContext): (Span | LineBreak)[] {
  const out: (Span | LineBreak)[] = []
  let depth = 0
  walk(nodes, [], undefined)
  return out

  function walk(siblings: readonly PhrasingContent[], marks: readonly Mark[], link: Link | undefined): void {
    depth += 1
    for (const node of siblings) {
      if (depth <= MAX_DEPTH) visit(node, marks, link)
      else pushSource(node, marks, link)
    }
    depth -= 1
  }

  function visit(node: PhrasingContent, marks: readonly Mark[], link: Link | undefined): void {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    switch (node.type) {
      case 'text':
        for (const piece of textPieces(node.value, context.calmed.slice(start, end), start)) push(piece, marks, link)
        return
      case 'strong':
        return walk(node.children, [...marks, 'bold'], link)
      case 'emphasis':
        return walk(node.children, [...marks, 'italic'], link)
      case 'delete':
        return walk(node.children, [...marks, 'strike'], link)
      case 'link':
        return walk(node.children, marks, {
          url: restorePlaceholders(uncalmed(node.url, context, start, end)),
          ...(node.title ? {title: node.title} : {}),
        })
      case 'linkReference': {
        const definition = context.definitions.get(node.identifier)
        return walk(node.children, marks, definition ? {url: definition.url, ...(definition.title ? {title: definition.title} : {})} : link)
      }
      case 'inlineCode': {
        const at = context.calmed.slice(start, end).indexOf(node.value)
        const from = at < 0 ? start : start + at
        return push({value: node.value, start: from, end: at < 0 ? end : from + node.value.length}, [...marks, 'code'], link)
      }
      case 'image':
      case 'imageReference': {
        const url = node.type === 'image' ? node.url : context.definitions.get(node.identifier)?.url
        out.push(span({value: uncalmed(node.alt ?? '', context, start, end), start, end}, marks, link, url ?? ''))
        return
      }
      case 'break':
        out.push({type: 'break', strength: 'hard', position: context.lines.position(start, end)})
        return
      case 'html':
        return visitHtml(node, start, end, marks, link)
      case 'footnoteReference':
        return push({value: context.source.slice(start, end), start, end}, marks, link)
    }
  }

  function visitHtml(node: Html, start: number, end: number, marks: readonly Mark[], link: Link | undefined): void {
    const role = context.htmlRoles.get(node) ?? {type: 'text'}
    switch (role.type) {
      case 'open':
        context.htmlMarks.push(role.mark)
        return
      case 'close':
        context.htmlMarks.splice(context.htmlMarks.lastIndexOf(role.mark), 1)
        return
      case 'break':
        out.push({type: 'break', strength: 'hard', position: context.lines.position(start, end)})
        return
      case 'text':
        for (const piece of textPieces(node.value, node.value, start)) push(piece, marks, link)
        return
      case 'dropped':
        context.drop({reason: 'html', text: context.source.slice(start, end), position: context.lines.position(start, end)}, role.unmatched)
    }
  }

  /** What is nested deeper than any author nests is text with its markup. */
  function pushSource(node: PhrasingContent, marks: readonly Mark[], link: Link | undefined): void {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    const raw = context.calmed.slice(start, end)
    for (const piece of textPieces(raw, raw, start)) push(piece, marks, link)
  }

  function push(piece: {value: string; start: number; end: number}, marks: readonly Mark[], link: Link | undefined): void {
    if (piece.value === '\n') {
      out.push({type: 'break', strength: 'soft', position: context.lines.position(piece.start, piece.end)})
      return
    }
    if (piece.value.length !== piece.end - piece.start) return pushText(piece, marks, link)
    for (const [start, end] of outsideComments(context.comments, piece.start, piece.end))
      pushText({value: context.source.slice(start, end), start, end}, marks, link)
  }

  function pushText(piece: {value: string; start: number; end: number}, marks: readonly Mark[], link: Link | undefined): void {
    const {value} = piece
    let from = 0
    for (const separator of value.matchAll(/[\u2028\u2029\r\n]/g)) {
      if (separator.index > from)
        out.push(
          span({value: value.slice(from, separator.index), start: piece.start + from, end: piece.start + separator.index}, marks, link),
        )
      from = separator.index + 1
      const strength = /[\u2028\u2029]/.test(separator[0]) ? 'hard' : 'soft'
      out.push({type: 'break', strength, position: context.lines.position(piece.start + from - 1, piece.start + from)})
    }
    if (from === 0) out.push(span(piece, marks, link))
    else if (from < value.length) out.push(span({value: value.slice(from), start: piece.start + from, end: piece.end}, marks, link))
  }

  function span(piece: {value: string; start: number; end: number}, marks: readonly Mark[], link: Link | undefined, image?: string): Span {
    return {
      value: piece.value,
      marks: [...new Set([...marks, ...context.htmlMarks])].sort(),
      ...(link ? {link} : {}),
      ...(image === undefined ? {} : {image}),
      position: context.lines.position(piece.start, piece.end),
    }
  }
}

const MAX_DEPTH = 100
