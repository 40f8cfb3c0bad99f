import {type Agreement, bodySpans, type Clause, flattenClauses, type Mark, type Span, spansText} from '../clause-tree/index.ts'
import type {EmphasisFact} from './facts.ts'

/** Finds the runs of text that are bold, underlined or in capitals. Italics alone and the weight of headings set nothing off. */
export function findEmphasis(agreement: Agreement): EmphasisFact[] {
  return [...agreement.frontMatter, ...flattenClauses(agreement)].flatMap((clause) => {
    const runs = bodySpans(clause.body).flatMap((spans) => [...markedRuns(spans), ...capitalRuns(spans)])
    if (runs.length === 0) return []
    const total = bodySpans(clause.body).reduce((sum, spans) => sum + weight(spansText(spans)), 0)
    return runs.map((run) => toFact(run, clause, total))
  })
}

interface Run {
  readonly text: string
  readonly marks: readonly (Mark | 'capitals')[]
  readonly start: number
  readonly spans: readonly Span[]
  readonly whole: string
}

function markedRuns(spans: readonly Span[]): Run[] {
  const whole = spansText(spans)
  const runs: Run[] = []
  let open: Span[] = []
  let start = 0
  let offset = 0
  const close = () => {
    if (open.length > 0 && spansText(open).trim() !== '')
      runs.push({text: spansText(open), marks: stressMarks(open[0]), start, spans: open, whole})
    open = []
  }
  for (const span of spans) {
    const marks = stressMarks(span)
    if (open.length > 0 && !sameMarks(marks, stressMarks(open[0]))) close()
    if (marks.length > 0) {
      if (open.length === 0) start = offset
      open.push(span)
    }
    offset += span.value.length
  }
  close()
  return runs
}

/** At least four neighbouring words in capitals that are not bold or underlined already. */
function capitalRuns(spans: readonly Span[]): Run[] {
  const whole = spansText(spans)
  if (!/[A-ZÀ-Þ]{2,}[^a-zß-ÿ]*\s[^a-zß-ÿ]*[A-ZÀ-Þ]{2,}/.test(whole)) return []
  const runs: Run[] = []
  for (const match of whole.matchAll(CAPITALS)) {
    const words = match[0].match(/[A-ZÀ-Þ][A-ZÀ-Þ'’&-]*/g) ?? []
    if (words.length < 4 || !words.some((word) => word.length > 3)) continue
    const part = slice(spans, match.index, match.index + match[0].length)
    if (part.every((span) => stressMarks(span).length > 0)) continue
    runs.push({text: match[0], marks: ['capitals'], start: match.index, spans: part, whole})
  }
  return runs
}

const CAPITALS =
  /(?<![\p{L}\p{N}])(?:[“"(‘'§\d.,;:/&$%–—-]*[A-ZÀ-Þ][A-ZÀ-Þ'’&/.-]*(?![a-zß-ÿ])[)”"’',;:.]*\s*(?:[\d(),.;:/&$%–—-]+\s*)*)+/gu

function toFact(run: Run, clause: Clause, total: number): EmphasisFact {
  const first = run.spans[0]
  const last = run.spans.at(-1)
  return {
    path: clause.path,
    text: run.start === 0 && isInLabel(run, clause) ? `${clause.label?.text} ${run.text.trim()}` : run.text.trim(),
    marks: run.marks,
    role: roleOf(run, clause),
    share: total === 0 ? 1 : Math.round((weight(run.text) / total) * 1000) / 1000,
    position: first && last ? {start: first.position.start, end: last.position.end} : clause.position,
  }
}

/** Whether the marks of a run begin before the label: its author marked the label, too. */
function isInLabel(run: Run, clause: Clause): boolean {
  return (
    clause.label !== undefined && run.marks.length > 0 && run.marks.every((mark) => clause.label?.marks.some((other) => other === mark))
  )
}

/** Role of a run by its form: law.md's rule of thumb, a short run before a colon is a term, a sentence is a prompt. */
function roleOf(run: Run, clause: Clause): EmphasisFact['role'] {
  const text = run.text.trim()
  if (clause.heading?.style === 'plain' && text.length >= spansText(clause.heading.spans).trim().length) return 'heading'
  if (/^[\p{N}\p{P}\s]+$/u.test(text)) return 'label'
  const after = run.whole.slice(run.start + run.text.length)
  const isShort = /\p{Script=Han}/u.test(text) ? text.length <= 24 : text.split(/\s+/).length <= 10
  if (isShort && (/[:：]$/.test(text) || /^\s*(?:[:：]|指|是指|means\b)/.test(after))) return run.start === 0 ? 'term' : 'label'
  if (isShort && run.start === 0 && clause.heading?.style === 'run-in') return 'term'
  if (clause.body?.type === 'table') return 'label'
  return isShort && !/[。；;.!！]/.test(text) && weight(text) < weight(run.whole) / 2 ? 'other' : 'prompt'
}

function stressMarks(span: Span | undefined): readonly Mark[] {
  return span?.marks.filter((mark) => mark === 'bold' || mark === 'underline') ?? []
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index])
}

function slice(spans: readonly Span[], start: number, end: number): Span[] {
  const part: Span[] = []
  let offset = 0
  for (const span of spans) {
    if (offset < end && offset + span.value.length > start) part.push(span)
    offset += span.value.length
  }
  return part
}

function weight(text: string): number {
  return text.replace(/\s/g, '').length
}
