import type {Position} from 'unist'
import type {Agreement} from './agreement.ts'
import type {Body} from './body.ts'
import type {Clause} from './clause.ts'
import type {Heading} from './heading.ts'
import type {Span} from './span.ts'
import {positionInSpans, sliceSpans} from './spans.ts'
import {spansText} from './text.ts'

/** An agreement with its parameters filled in, and those that had no value. */
export interface Resolved {
  readonly agreement: Agreement
  readonly missing: readonly MissingParameter[]
  /** Names that the text uses, with and without a value. */
  readonly used: ReadonlySet<string>
}

/** A `{{name}}` without a value. */
export interface MissingParameter {
  readonly name: string
  readonly path: string
  readonly position?: Position
}

/** Puts the values of parameters such as `{{channelName}}` into text and link targets, as text, never as markup. What has no value stays. */
export function resolveParameters(agreement: Agreement, values: Readonly<Record<string, string | number>>): Resolved {
  const missing: MissingParameter[] = []
  const used = new Set<string>()
  const resolved: Agreement = {
    ...agreement,
    titles: agreement.titles.map((title) => heading(title, 'title')),
    frontMatter: agreement.frontMatter.map(clause),
    clauses: agreement.clauses.map(clause),
  }
  return {agreement: used.size === 0 ? agreement : resolved, missing, used}

  function clause(node: Clause): Clause {
    return {
      ...node,
      ...(node.heading ? {heading: heading(node.heading, node.path)} : {}),
      ...(node.body ? {body: body(node.body, node.path)} : {}),
      children: node.children.map(clause),
    }
  }

  function heading(node: Heading, path: string): Heading {
    return {...node, spans: spans(node.spans, path)}
  }

  function body(node: Body, path: string): Body {
    switch (node.type) {
      case 'paragraph':
        return {...node, spans: spans(node.spans, path)}
      case 'table':
        return {...node, rows: node.rows.map((row) => ({cells: row.cells.map((cell) => ({...cell, spans: spans(cell.spans, path)}))}))}
      case 'preformatted':
        return {...node, value: fill(node.value, path, node.position)}
    }
  }

  function spans(content: readonly Span[], path: string): readonly Span[] {
    const text = spansText(content)
    const linked = content.map((span) =>
      span.link?.url.includes('{{') ? {...span, link: {...span.link, url: fill(span.link.url, path, span.position)}} : span,
    )
    if (!text.includes('{{')) return linked
    const out: Span[] = []
    let from = 0
    for (const match of text.matchAll(PARAMETER)) {
      const to = match.index + match[0].length
      const name = match[1] ?? ''
      const position = positionInSpans(linked, match.index, to)
      const value = valueNamed(name, path, position)
      const [first] = sliceSpans(linked, match.index, to)
      if (value === undefined || !first || !position) continue
      out.push(...sliceSpans(linked, from, match.index), {...first, value, position})
      from = to
    }
    return [...out, ...sliceSpans(linked, from, text.length)]
  }

  function fill(text: string, path: string, position: Position): string {
    return text.replace(PARAMETER, (written, name: string) => valueNamed(name, path, position) ?? written)
  }

  function valueNamed(name: string, path: string, position: Position | undefined): string | undefined {
    used.add(name)
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined && !missing.some((known) => known.name === name && known.path === path))
      missing.push({name, path, ...(position ? {position} : {})})
    return value === undefined ? undefined : String(value)
  }
}

const PARAMETER = /\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}/g
