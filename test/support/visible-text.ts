import type {Nodes} from 'mdast'
import {type Agreement, bodySpans, type Clause} from '../../src/compiler/clause-tree/index.ts'
import {parseMarkdown} from '../../src/compiler/parse/lines/parse-markdown.ts'

/** A piece of text and where it stands in the source. */
export interface Piece {
  readonly offset: number
  readonly text: string
}

/** What a reader of the Markdown sees, from mdast alone: texts, code, list numbers, footnote signs. White space is left out. */
export function visibleText(source: string, droppedAt: ReadonlySet<number>): string {
  const pieces: Piece[] = []
  const text = source.replaceAll('\0', '\ufffd').replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\r\n]/g, ' '))
  const trimmed = text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gm, (edge) => edge.replace(/[\u200b\ufeff]/g, ' '))
  walk(
    parseMarkdown(
      withoutBanners(trimmed, droppedAt)
        .replace(/<(?=[!?])/g, OPENER)
        .replace(/\{\{[^{}\n]*\}\}/g, (parameter) => parameter.replace(/ /g, '\u00a0')),
    ),
  )
  return squash(pieces)

  function walk(node: Nodes): void {
    const offset = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    const add = (value: string) => pieces.push({offset, text: value})
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'code':
        add(node.value)
        break
      case 'image':
      case 'imageReference':
        add(node.alt ?? '')
        break
      case 'html':
        if (!droppedAt.has(offset) && !MARKUP.test(node.value)) add(node.value)
        break
      case 'footnoteReference':
        add(source.slice(offset, end))
        break
      case 'footnoteDefinition':
        add(/^\[\^[^\]]*\]:?/.exec(source.slice(offset))?.[0] ?? '')
        break
      case 'listItem':
        add(/^\d+[.)]/.exec(source.slice(offset))?.[0] ?? '')
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
}

/** A title between rules of equal signs: the upper one is told as dropped, the lower one underlines the title. */
function withoutBanners(text: string, droppedAt: ReadonlySet<number>): string {
  return text.replace(/^(={4,})([^\n]*\n[^\n]*\n)(={4,})/gm, (banner, upper: string, title: string, lower: string, at: number) =>
    droppedAt.has(at) ? ' '.repeat(upper.length) + title + ' '.repeat(lower.length) : banner,
  )
}

/** All texts of an agreement with their places, clauses in the order of the tree. */
export function piecesOf(agreement: Agreement): {readonly front: Piece[]; readonly clauses: Piece[]} {
  const front = agreement.titles.flatMap((title) => spanPieces(title.spans))
  return {front: [...front, ...agreement.frontMatter.flatMap(clausePieces)], clauses: agreement.clauses.flatMap(clausePieces)}
}

/** Joins pieces in source order without white space. */
export function squash(pieces: readonly Piece[]): string {
  return [...pieces]
    .sort((a, b) => a.offset - b.offset)
    .map(({text}) => text)
    .join('')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/<(?=[!?])/g, OPENER)
}

function clausePieces(clause: Clause): Piece[] {
  const {label, heading, body} = clause
  const isApart = heading && heading.style !== 'run-in' && !(heading.style === 'plain' && body)
  const isBullet = label?.origin === 'list' && label.style === 'bullet'
  return [
    ...(label && !isBullet ? [{offset: label.position.start.offset ?? 0, text: label.text}] : []),
    ...(heading && isApart ? spanPieces(heading.spans) : []),
    ...(body?.type === 'preformatted' ? [{offset: body.position.start.offset ?? 0, text: body.value}] : []),
    ...bodySpans(body).flatMap(spanPieces),
    ...clause.children.flatMap(clausePieces),
  ]
}

function spanPieces(spans: readonly {value: string; position: {start: {offset?: number | undefined}}}[]): Piece[] {
  return spans.map((span) => ({offset: span.position.start.offset ?? 0, text: span.value}))
}

/** Stands for the `<` of `<!` and `<?`, which are text once comments are gone. */
const OPENER = '＜'

const MARKUP = /^<\/?(?:u|ins|b|strong|i|em|s|del|code|span|br)\b[^>]*>$/i
