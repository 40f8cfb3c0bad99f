import {type Agreement, type Clause, headingText, ownText} from '../compiler/index.ts'

/** All that a reader sees of an agreement, in no certain order; bullets that Markdown makes are left out. */
export function shownText(agreement: Agreement): string {
  return [...agreement.titles.map(headingText), ...agreement.frontMatter.map(shownClause), ...agreement.clauses.map(shownClause)].join('\n')
}

function shownClause(clause: Clause): string {
  const {heading, body, label} = clause
  const isInBody = heading !== undefined && (heading.style === 'run-in' || heading.spans[0]?.position.start.offset === startOf(body))
  return [
    label && !(label.origin === 'list' && /^[-*+]$/.test(label.text)) ? label.text : '',
    isInBody ? '' : headingText(heading),
    ownText(clause),
    ...clause.children.map(shownClause),
  ]
    .filter(Boolean)
    .join('\n')
}

function startOf(body: Clause['body']): number | undefined {
  return body?.type === 'paragraph' ? body.spans[0]?.position.start.offset : undefined
}
