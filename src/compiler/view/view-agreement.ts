import type {Facts} from '../analyze/index.ts'
import {type Agreement, type Body, type Clause, type Heading, headingText, ownText, type Span} from '../clause-tree/index.ts'
import type {AgreementView, BodyView, ClauseView, ContentsEntry, LimitingEntry} from './agreement-view.ts'
import {clauseAnchor} from './anchor.ts'
import type {ConsentMetadata} from './consent-metadata.ts'
import {type ConspicuousMark, conspicuousMarks} from './conspicuous-marks.ts'
import {directionOf} from './direction.ts'
import type {EditionView} from './edition-view.ts'
import {limitationKinds} from './limitation-kinds.ts'
import {createSpanLinker, type SpanLinker, spanViews} from './link-spans.ts'
import {agreementHead, type PageAddress} from './page-head.ts'

/** What the view needs beside tree and facts. */
export interface ViewOptions {
  readonly edition: EditionView
  /** Title for an agreement whose text has none. */
  readonly fallbackTitle: string
  readonly address?: PageAddress | undefined
  readonly consent?: ConsentMetadata | undefined
  /** Permanent ids by path. */
  readonly clauseIds?: Readonly<Record<string, string>> | undefined
}

/** Tree and facts → numbered blocks with marks: all that a renderer sees. */
export function viewAgreement(agreement: Agreement, facts: Facts, options: ViewOptions): AgreementView {
  const {locale, titles, frontMatter, clauses} = agreement
  const {edition, address, consent, clauseIds = {}} = options
  const title = headingText(titles.at(-1)) || agreement.declaredTitle || options.fallbackTitle
  const anchor = (path: string) => clauseIds[path] ?? clauseAnchor(path)
  const kinds = limitationKinds(facts)
  const context = {anchor, clauseIds, kinds, marks: conspicuousMarks(facts), link: createSpanLinker(facts, anchor)}
  const viewed = clauses.map((clause) => viewClause(clause, 2, context))
  const limiting = limitingIndex(clauses, kinds, anchor)
  return {
    type: 'agreement',
    locale,
    direction: directionOf(locale),
    title,
    ...(edition.version === undefined ? {stamp: 'draft' as const} : {}),
    head: agreementHead({title, locale, edition, address, consent}),
    titles: titles.map(({spans}) => spanViews(spans)),
    edition,
    contents: contents(clauses, anchor),
    limiting,
    limitingCount: kinds.size,
    cover: frontMatter.filter((clause) => isBefore(clause, titles[0])).map((clause) => viewClause(clause, 2, context)),
    frontMatter: frontMatter.filter((clause) => !isBefore(clause, titles[0])).map((clause) => viewClause(clause, 2, context)),
    clauses: viewed,
  }
}

interface ViewContext {
  readonly anchor: (path: string) => string
  readonly clauseIds: Readonly<Record<string, string>>
  readonly kinds: ReadonlyMap<string, readonly string[]>
  readonly marks: ReadonlyMap<string, readonly ConspicuousMark[]>
  readonly link: SpanLinker
}

function labelOf({label}: Clause): Pick<ClauseView, 'label' | 'labelValue'> {
  if (!label) return {}
  if (label.style === 'bullet') return {label: BULLET}
  const value = label.values.at(-1)
  return {label: label.text, ...(value === undefined ? {} : {labelValue: value})}
}

function viewClause(clause: Clause, level: number, context: ViewContext): ClauseView {
  const heading = apartHeading(clause)
  const body = heading && clause.heading?.style === 'plain' && clause.path.startsWith('front.') ? undefined : clause.body
  const id = context.clauseIds[clause.path]
  return {
    anchor: context.anchor(clause.path),
    path: clause.path,
    ...(id === undefined ? {} : {id}),
    kind: clause.kind,
    ...labelOf(clause),
    ...(heading ? {heading: {level: Math.min(6, level), spans: spanViews(heading)}} : {}),
    ...(body ? {body: viewBody(body, (spans) => context.link(clause, spans))} : {}),
    kinds: context.kinds.get(clause.path) ?? [],
    emphasis: context.marks.get(clause.path) ?? [],
    children: clause.children.map((child) => viewClause(child, heading ? level + 1 : level, context)),
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

function viewBody(body: Body, view: (spans: readonly Span[]) => ReturnType<SpanLinker>): BodyView {
  switch (body.type) {
    case 'paragraph':
      return {type: 'paragraph', spans: view(body.spans), quoted: body.quoted ?? false}
    case 'table': {
      const rows = body.rows.map((row) =>
        row.cells.map((cell, column) => {
          const align = body.align[column]
          return {...(align ? {align} : {}), spans: view(cell.spans)}
        }),
      )
      return {type: 'table', head: rows[0] ?? [], rows: rows.slice(1)}
    }
    case 'preformatted':
      return {type: 'preformatted', value: body.value}
  }
}

/** Parts and sections, and below parts their sections. */
function contents(clauses: readonly Clause[], anchor: ViewContext['anchor']): ContentsEntry[] {
  return clauses
    .filter((clause) => clause.kind === 'part' || clause.kind === 'section')
    .map((clause) => ({
      anchor: anchor(clause.path),
      ...(clause.label ? {label: clause.label.text} : {}),
      title: headingText(clause.heading),
      children: clause.kind === 'part' ? contents(clause.children, anchor) : [],
    }))
    .filter((entry) => entry.title !== '' || entry.label !== undefined)
}

/** The index of limiting clauses. A clause is named by its path, which holds the numbers above it, too. */
function limitingIndex(
  clauses: readonly Clause[],
  kinds: ReadonlyMap<string, readonly string[]>,
  anchor: ViewContext['anchor'],
): LimitingEntry[] {
  const index = new Map<string, LimitingEntry['clauses'][number][]>()
  const visit = (clause: Clause) => {
    const entry = {anchor: anchor(clause.path), label: clause.path, title: shortTitle(clause)}
    for (const kind of kinds.get(clause.path) ?? []) index.set(kind, [...(index.get(kind) ?? []), entry])
    clause.children.forEach(visit)
  }
  clauses.forEach(visit)
  return [...index].map(([kind, entries]) => ({kind, clauses: entries}))
}

function shortTitle(clause: Clause): string {
  const heading = headingText(clause.heading)
  if (heading !== '' && heading.length <= 40) return heading
  const text = ownText(clause).replace(/\s+/g, ' ').trim()
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
