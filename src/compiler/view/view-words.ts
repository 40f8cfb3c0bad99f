import type {AgreementView, ClauseView, SpanView} from './agreement-view.ts'

/** Words of one clause, without those below it, as a page shows them. */
export interface ClauseWords {
  /** Clause path; `title` for the titles. */
  readonly path: string
  /** Without white space. */
  readonly words: string
}

/** All words that a page shows of an agreement, clause by clause in reading order; what the page says beside the agreement is left out. */
export function viewWords(view: AgreementView): ClauseWords[] {
  const titles = view.titles.length > 0 ? view.titles.map(spanWords).join('') : view.title
  return [
    ...view.cover.flatMap(clauseWords),
    {path: 'title', words: foldWords(titles)},
    ...view.frontMatter.flatMap(clauseWords),
    ...view.clauses.flatMap(clauseWords),
  ].filter(({words}) => words !== '')
}

/** Text without white space and marks that have no width, in NFC. */
export function foldWords(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b\u00ad\ufeff]+/g, '')
}

function clauseWords({path, label = '', heading, body, children}: ClauseView): ClauseWords[] {
  const words = label + (heading ? spanWords(heading.spans) : '') + (body ? bodyWords(body) : '')
  return [{path, words: foldWords(words)}, ...children.flatMap(clauseWords)]
}

function bodyWords(body: NonNullable<ClauseView['body']>): string {
  switch (body.type) {
    case 'paragraph':
      return spanWords(body.spans)
    case 'table':
      return [body.head, ...body.rows].flatMap((row) => row.map(({spans}) => spanWords(spans))).join('')
    case 'preformatted':
      return body.value
  }
}

function spanWords(spans: readonly SpanView[]): string {
  return spans.map(({value}) => value).join('')
}
