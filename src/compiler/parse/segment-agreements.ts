import {spansText} from '../clause-tree/index.ts'
import {isAgreementName, isCoverHeading} from './agreement-names.ts'
import {contentsTable} from './contents-table.ts'
import {labelCandidates} from './labels/label-grammar.ts'
import type {Line} from './lines/line.ts'
import {isTitleLike, isWhollyBold} from './lines/title-like.ts'

/** Lines of one agreement, parted by what they are for. */
export interface AgreementLines {
  readonly frontMatter: readonly Line[]
  readonly titles: readonly Line[]
  readonly body: readonly Line[]
}

/** Parts a source into agreements: cover pages and contents, titles, body. There is always at least one agreement. */
export function segmentAgreements(lines: readonly Line[]): AgreementLines[] {
  const agreements: AgreementLines[] = []
  let from = 0
  while (from < lines.length || agreements.length === 0) {
    const {front, titles, bodyStart} = findTitles(lines, from)
    const end = nextAgreement(lines, bodyStart, titles)
    const body = lines.slice(bodyStart, end)
    const contents = contentsTable(body)
    const text = [...body.slice(0, contents.from), ...body.slice(contents.to)]
    const repeated = repeatedTitle(text)
    agreements.push({
      frontMatter: [...lines.slice(from, front), ...body.slice(contents.from, contents.to)],
      titles: repeated ? [...titles, repeated] : titles,
      body: repeated ? text.filter((line) => line !== repeated) : text,
    })
    if (end === from) break
    from = end
  }
  return agreements
}

/** A heading named like an agreement that stands empty right above the first numbered section, on its level. */
function repeatedTitle(lines: readonly Line[]): Line | undefined {
  const at = lines.findIndex((line) => isLabelled(line))
  const line = lines[at - 1]
  if (line?.headingDepth === undefined || line.headingDepth !== lines[at]?.headingDepth) return undefined
  const text = spansText(line.spans).trim()
  return isAgreementName(text) ? line : undefined
}

interface TitleFind {
  readonly front: number
  readonly titles: readonly Line[]
  readonly bodyStart: number
}

function findTitles(lines: readonly Line[], from: number): TitleFind {
  const at = titleIndex(lines, from)
  if (at === undefined) return {front: from, titles: [], bodyStart: from}
  let end = at + 1
  while (end < lines.length && isFurtherTitle(lines, at, end)) end += 1
  return {front: at, titles: lines.slice(at, end), bodyStart: end}
}

/** Index of the first title: a heading named like an agreement outside the cover pages, else a heading or title line at the very top. */
function titleIndex(lines: readonly Line[], from: number): number | undefined {
  let coverDepth: number | undefined
  let first: number | undefined
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line || line.headingDepth === undefined) continue
    const text = spansText(line.spans).trim()
    if (coverDepth !== undefined && line.headingDepth > coverDepth) continue
    coverDepth = undefined
    if (isCoverHeading(text)) {
      coverDepth = line.headingDepth
      continue
    }
    if (isLabelled(line)) break
    first ??= index
    if (isAgreementName(text)) {
      return index - from <= 40 || first === index || first === undefined ? (first === from ? first : index) : first
    }
    if (first === from && index > from) break
  }
  if (first === from) return first
  const top = lines[from]
  if (top && isTopTitle(top, lines[from + 1])) return from
  return first !== undefined &&
    lines.slice(from, first).every((line) => line.headingDepth !== undefined || COVER_LINE.test(spansText(line.spans)))
    ? first
    : undefined
}

/** A first line that is set like a title though it is no Markdown heading. */
function isTopTitle(line: Line, next: Line | undefined): boolean {
  if (line.headingDepth !== undefined || line.marker || line.block || next === undefined || next.start === 'soft') return false
  const text = spansText(line.spans)
  const name = text.trim().replace(/^《([^《》]+)》$/, '$1')
  return isTitleLike(text) && !isLabelled(line) && (isAgreementName(name) || (isWhollyBold(line.spans) && text.length < 60))
}

/** A heading right below a title that is a title, too, and not the first section. */
function isFurtherTitle(lines: readonly Line[], titleAt: number, index: number): boolean {
  const line = lines[index]
  const title = lines[titleAt]
  if (!line || !title || line.headingDepth === undefined || isLabelled(line)) return false
  const text = spansText(line.spans).trim()
  if (!isAgreementName(text) || isCoverHeading(text)) return false
  const next = lines[index + 1]
  return next !== undefined && next.headingDepth === undefined && !isFirstPart(lines, title, index)
}

/** The first of several headings below the title that are all named like an agreement: parts of one agreement. */
function isFirstPart(lines: readonly Line[], title: Line, index: number): boolean {
  const depth = lines[index]?.headingDepth ?? 0
  if (depth <= (title.headingDepth ?? 0)) return false
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at]
    if (line?.headingDepth === undefined || line.headingDepth > depth) continue
    const text = spansText(line.spans).trim()
    return line.headingDepth === depth && !isLabelled(line) && isAgreementName(text)
  }
  return false
}

/** Where the next agreement of the source begins: a title above the sections, or beside numbered sections whose numbers begin anew. */
function nextAgreement(lines: readonly Line[], bodyStart: number, titles: readonly Line[]): number {
  const titleDepth = titles.at(-1)?.headingDepth
  let sectionDepth: number | undefined
  let labelled = 0
  for (let index = bodyStart; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line || line.headingDepth === undefined) continue
    const text = spansText(line.spans).trim()
    const isName = !isLabelled(line) && isAgreementName(text)
    if (isName && sectionDepth !== undefined && titleDepth !== undefined) {
      if (line.headingDepth < sectionDepth && line.headingDepth <= titleDepth) return index
      if (line.headingDepth === sectionDepth && line.headingDepth === titleDepth && labelled >= 2 && restarts(lines, index)) return index
    }
    if (isLabelled(line)) labelled += 1
    sectionDepth ??= line.headingDepth
  }
  return lines.length
}

function restarts(lines: readonly Line[], from: number): boolean {
  for (const line of lines.slice(from + 1)) {
    if (line.headingDepth === undefined) continue
    return labelCandidates(line.spans, {isHeading: true}).some(
      (candidate) => candidate.values.at(-1) === 1 && candidate.values.length === 1,
    )
  }
  return false
}

function isLabelled(line: Line): boolean {
  return (
    line.headingDepth !== undefined &&
    (line.marker !== undefined ||
      labelCandidates(line.spans, {isHeading: true}).some(
        (candidate) => candidate.row.proof !== 'predecessor' && candidate.row.rank !== 'bullet',
      ))
  )
}

const COVER_LINE = /^.{0,60}$/u
