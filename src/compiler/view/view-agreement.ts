import type {Facts} from '../analyze/index.ts'
import {type Agreement, type Body, type Clause, type Heading, headingText, mergeSpans, ownText, type Span} from '../clause-tree/index.ts'
import type {AgreementView, BodyView, ClauseView, ContentsEntry, EditionView, LimitingEntry, SpanView} from './agreement-view.ts'
import {anchorOf} from './anchor.ts'
import {limitationKinds} from './limitation-kinds.ts'

/** What the view needs beside tree and facts. */
export interface ViewOptions {
  readonly edition: EditionView
  /** Title for an agreement whose text has none. */
  readonly fallbackTitle: string
}

/** Tree and facts → numbered blocks with marks: all that a renderer sees. */
export function viewAgreement(agreement: Agreement, facts: Facts, options: ViewOptions): AgreementView {
  const kinds = limitationKinds(facts)
  return {
    type: 'agreement',
    locale: agreement.locale,
    direction: /^(?:ar|he|fa|ur)\b/.test(agreement.locale) ? 'rtl' : 'ltr',
    title: headingText(agreement.titles.at(-1)) || agreement.declaredTitle || options.fallbackTitle,
    titles: agreement.titles.map((title) => spanViews(title.spans)),
    edition: options.edition,
    contents: contents(agreement.clauses),
    limiting: limiting(agreement.clauses, kinds),
    cover: agreement.frontMatter.filter((clause) => isBefore(clause, agreement.titles[0])).map((clause) => viewClause(clause, 2, kinds)),
    frontMatter: agreement.frontMatter
      .filter((clause) => !isBefore(clause, agreement.titles[0]))
      .map((clause) => viewClause(clause, 2, kinds)),
    clauses: agreement.clauses.map((clause) => viewClause(clause, 2, kinds)),
  }
}

function viewClause(clause: Clause, level: number, kinds: ReadonlyMap<string, readonly string[]>): ClauseView {
  const heading = apartHeading(clause)
  const body = heading && clause.heading?.style === 'plain' && clause.path.startsWith('front.') ? undefined : clause.body
  return {
    anchor: anchorOf(clause.path),
    path: clause.path,
    kind: clause.kind,
    ...(clause.label ? {label: clause.label.style === 'bullet' ? BULLET : clause.label.text} : {}),
    ...(heading ? {heading: {level: Math.min(6, level), spans: spanViews(heading)}} : {}),
    ...(body ? {body: viewBody(body)} : {}),
    kinds: kinds.get(clause.path) ?? [],
    children: clause.children.map((child) => viewClause(child, heading ? level + 1 : level, kinds)),
  }
}

function isBefore(clause: Clause, title: Heading | undefined): boolean {
  return title !== undefined && (clause.position.start.offset ?? 0) < (title.position.start.offset ?? 0)
}

/** Sign that Markdown's list markers stand for. */
const BULLET = '•'

/** Spans of a heading that is set apart from the own text; a run-in title and a plain title line are part of the text. */
function apartHeading({heading, body, path}: Clause): readonly Span[] | undefined {
  if (!heading || heading.style === 'run-in') return undefined
  if (heading.style === 'plain' && body && !path.startsWith('front.')) return undefined
  return heading.spans
}

function viewBody(body: Body): BodyView {
  switch (body.type) {
    case 'paragraph':
      return {type: 'paragraph', spans: spanViews(body.spans), quoted: body.quoted ?? false}
    case 'table': {
      const rows = body.rows.map((row) =>
        row.cells.map((cell, column) => {
          const align = body.align[column]
          return {...(align ? {align} : {}), spans: spanViews(cell.spans)}
        }),
      )
      return {type: 'table', head: rows[0] ?? [], rows: rows.slice(1)}
    }
    case 'preformatted':
      return {type: 'preformatted', value: body.value}
  }
}

function spanViews(spans: readonly Span[]): SpanView[] {
  return mergeSpans(spans).map(({position: _, ...span}) => span)
}

/** Parts and sections, and below parts their sections. */
function contents(clauses: readonly Clause[]): ContentsEntry[] {
  return clauses
    .filter((clause) => clause.kind === 'part' || clause.kind === 'section')
    .map((clause) => ({
      anchor: anchorOf(clause.path),
      ...(clause.label ? {label: clause.label.text} : {}),
      title: headingText(clause.heading),
      children: clause.kind === 'part' ? contents(clause.children) : [],
    }))
    .filter((entry) => entry.title !== '' || entry.label !== undefined)
}

function limiting(clauses: readonly Clause[], kinds: ReadonlyMap<string, readonly string[]>): LimitingEntry[] {
  return clauses.flatMap((clause) => {
    const own = kinds.get(clause.path)
    const entry = own ? [{anchor: anchorOf(clause.path), label: referenceLabel(clause), title: shortTitle(clause), kinds: own}] : []
    return [...entry, ...limiting(clause.children, kinds)]
  })
}

/** How a reader finds the clause: its path, which holds the numbers above it, too. */
function referenceLabel(clause: Clause): string {
  return clause.path
}

function shortTitle(clause: Clause): string {
  const heading = headingText(clause.heading)
  if (heading !== '' && heading.length <= 40) return heading
  const text = ownText(clause).replace(/\s+/g, ' ').trim()
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
