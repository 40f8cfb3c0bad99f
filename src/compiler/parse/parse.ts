import {parse as parseYaml} from 'yaml'
import type {Agreement, Clause, Dropped, Heading} from '../clause-tree/index.ts'
import type {Diagnostic} from '../diagnostic/index.ts'
import {assignKinds} from './clauses/assign-kinds.ts'
import {assignPaths} from './clauses/assign-paths.ts'
import {liftBodies} from './clauses/lift-bodies.ts'
import {toClauses} from './clauses/to-clauses.ts'
import {detectLocale} from './detect-locale.ts'
import {calmBanners} from './lines/calm-banners.ts'
import {calmMarkup} from './lines/calm-markup.ts'
import {blankComments} from './lines/comments.ts'
import {flattenMarkdown} from './lines/flatten-markdown.ts'
import {leftoverMarkup} from './lines/leftover-markup.ts'
import type {Line} from './lines/line.ts'
import {parseMarkdown} from './lines/parse-markdown.ts'
import {sourceLines} from './lines/source-lines.ts'
import {takeColophon} from './outline/colophon.ts'
import {outlineLines} from './outline/outline.ts'
import {type AgreementLines, segmentAgreements} from './segment-agreements.ts'

/** How to read a source. */
export interface ParseOptions {
  /** Language of the text as BCP 47 tag; found from the text where it is not given. */
  readonly locale?: string | undefined
}

/** The agreements of one source, at least one, with what the parser noticed. */
export interface Parsed {
  readonly agreements: readonly ParsedAgreement[]
}

/** An agreement and the diagnostics of its part of the source. */
export interface ParsedAgreement {
  readonly agreement: Agreement
  readonly diagnostics: readonly Diagnostic[]
}

/** Markdown → clause trees. Any string parses; nothing of its text is lost. */
export function parse(source: string, options: ParseOptions = {}): Parsed {
  const lines = sourceLines(source)
  const {text, comments} = blankComments(source.replaceAll('\0', '\ufffd'), lines)
  const calmed = calmMarkup(calmBanners(blankZeroWidth(text)))
  const flat = flattenMarkdown(parseMarkdown(calmed), {source: text, calmed, comments, sourceLines: lines})
  const segments = segmentAgreements(flat.lines)
  const dropped = [...comments, ...flat.dropped]
  const starts = segments.map((segment, index) => (index === 0 ? 0 : startOf(segment)))
  return {
    agreements: segments.map((segment, index) => {
      const from = starts[index] ?? 0
      const to = starts[index + 1] ?? Number.POSITIVE_INFINITY
      const isHere = (place: {position?: {start: {offset?: number | undefined}} | undefined}) => {
        const offset = place.position?.start.offset ?? 0
        return offset >= from && offset < to
      }
      const locale = options.locale ?? detectLocale(source.slice(from, Math.min(to, source.length)))
      const agreement = toAgreement(segment, {locale, dropped: dropped.filter(isHere), metadata: flat.metadata})
      return {agreement, diagnostics: [...flat.diagnostics.filter(isHere), ...leftoverMarkup(agreement)]}
    }),
  }
}

interface AgreementContext {
  readonly locale: string
  readonly dropped: readonly Dropped[]
  readonly metadata: string | undefined
}

function toAgreement(segment: AgreementLines, {locale, dropped, metadata}: AgreementContext): Agreement {
  const root = outlineLines(segment.body)
  assignKinds(root)
  const colophon = takeColophon(root)
  liftBodies(root)
  const paths = assignPaths(root, colophon)
  const declaredTitle = metadata === undefined ? undefined : metadataTitle(metadata)
  return {
    type: 'agreement',
    locale,
    titles: segment.titles.map(toTitle),
    ...(declaredTitle === undefined ? {} : {declaredTitle}),
    frontMatter: segment.frontMatter.map(toFrontMatter),
    clauses: toClauses([...root.children, ...colophon], paths),
    dropped,
  }
}

function metadataTitle(yaml: string): string | undefined {
  try {
    const metadata: unknown = parseYaml(yaml)
    if (typeof metadata !== 'object' || metadata === null || !('title' in metadata)) return undefined
    return typeof metadata.title === 'string' ? metadata.title : undefined
  } catch {
    return undefined
  }
}

function toTitle(line: Line): Heading {
  return {
    style: 'heading',
    spans: line.spans,
    ...(line.headingDepth === undefined ? {} : {depth: line.headingDepth}),
    position: line.position,
  }
}

function toFrontMatter(line: Line, index: number): Clause {
  const body = line.block ?? {type: 'paragraph' as const, spans: line.spans}
  const label = line.marker
    ? {
        text: line.marker.text,
        style: line.marker.type,
        values: [line.marker.ordinal],
        origin: 'list' as const,
        marks: [],
        position: line.marker.position,
      }
    : undefined
  return {
    type: 'clause',
    kind: 'paragraph',
    path: `front.p${index + 1}`,
    ...(label ? {label} : {}),
    body,
    children: [],
    position: line.position,
    ...headingPart(line),
  }
}

function headingPart(line: Line): {heading?: Heading} {
  return line.headingDepth === undefined
    ? {}
    : {heading: {style: 'plain', spans: line.spans, depth: line.headingDepth, position: line.position}}
}

function startOf({frontMatter, titles, body}: AgreementLines): number {
  let start = Number.POSITIVE_INFINITY
  for (const line of [frontMatter[0], titles[0], body[0]]) start = Math.min(start, line?.position.start.offset ?? start)
  return start
}

/** Zero-width characters at the edges of a line are white space to a reader, but text to Markdown. */
function blankZeroWidth(text: string): string {
  if (!/[\u200b\ufeff]/.test(text)) return text
  return text.replace(/[\s\u200b\ufeff]+/g, (run, offset: number) => {
    const isEdge = offset === 0 || offset + run.length === text.length || /[\r\n]/.test(run)
    return isEdge ? run.replace(/[\u200b\ufeff]/g, ' ') : run
  })
}
