import type {PhrasingContent} from 'mdast'
import {type Mark, mergeSpans, type Span, spansText} from '../clause-tree/index.ts'
import {rawInline} from './raw-node.ts'

/** Flat spans → nested Markdown: links outermost, then bold, italic, underline, strike. */
export function phrasing(spans: readonly Span[]): PhrasingContent[] {
  return nestLinks(mergeSpans(spans))
}

function nestLinks(spans: readonly Span[]): PhrasingContent[] {
  return group(spans, (span) => (span.link ? `${span.link.url}\n${span.link.title ?? ''}` : undefined)).flatMap(({key, members}) => {
    const link = members[0]?.link
    const inner = nestMarks(members, MARK_ORDER)
    return key === undefined || !link
      ? inner
      : [{type: 'link', url: link.url, ...(link.title === undefined ? {} : {title: link.title}), children: inner} as PhrasingContent]
  })
}

const MARK_ORDER: readonly Mark[] = ['bold', 'italic', 'underline', 'strike']

function nestMarks(spans: readonly Span[], order: readonly Mark[]): PhrasingContent[] {
  const [mark, ...rest] = order
  if (mark === undefined) return spans.flatMap(leaf)
  return group(spans, (span) => (span.marks.includes(mark) ? mark : undefined)).flatMap(({key, members}) => {
    if (key === undefined) return nestMarks(members, rest)
    const inner = nestMarks(members, rest)
    switch (mark) {
      case 'bold':
        return edged(members, (children) => ({type: 'strong', children}), inner, rest)
      case 'italic':
        return edged(members, (children) => ({type: 'emphasis', children}), inner, rest)
      case 'strike':
        return edged(members, (children) => ({type: 'delete', children}), inner, rest)
      default:
        return [rawInline('<u>'), ...inner, rawInline('</u>')]
    }
  })
}

/** Blanks at the edge of a run stand outside its marks, where Markdown can close them. */
function edged(
  members: readonly Span[],
  wrap: (children: PhrasingContent[]) => PhrasingContent,
  inner: PhrasingContent[],
  rest: readonly Mark[],
): PhrasingContent[] {
  const text = spansText(members)
  const trimmed = text.trim()
  if (trimmed === '' || text === trimmed) return trimmed === '' ? inner : [wrap(inner)]
  const last = members.at(-1)
  const first = members[0]
  if (!first || !last) return inner
  const end = text.slice(text.trimEnd().length)
  const start = text.slice(0, text.length - text.trimStart().length)
  const core = members.map((span, index) => {
    let value = span.value
    if (index === 0) value = value.trimStart()
    if (index === members.length - 1) value = value.trimEnd()
    return {...span, value}
  })
  return [
    ...(start ? [{type: 'text' as const, value: start}] : []),
    wrap(nestMarks(core, rest)),
    ...(end ? [{type: 'text' as const, value: end}] : []),
  ]
}

/** Text in which parameters such as `{{name}}` and footnote marks are kept from being escaped. */
function leaf(span: Span): PhrasingContent[] {
  if (span.image !== undefined) return [{type: 'image', url: span.image, alt: span.value}]
  if (span.marks.includes('code')) return [{type: 'inlineCode', value: span.value}]
  if (span.value === '\n') return [rawInline('<br>')]
  return span.value
    .split(/(\{\{[^{}\n]*\}\}|\[\^[^\]\s]+\])/)
    .flatMap((part, index) => (part === '' ? [] : [index % 2 === 1 ? rawInline(part) : {type: 'text' as const, value: part}]))
}

interface Group {
  readonly key: string | undefined
  readonly members: Span[]
}

function group(spans: readonly Span[], keyOf: (span: Span) => string | undefined): Group[] {
  const groups: Group[] = []
  for (const span of spans) {
    const key = keyOf(span)
    const last = groups.at(-1)
    if (last && last.key === key) last.members.push(span)
    else groups.push({key, members: [span]})
  }
  return groups
}
