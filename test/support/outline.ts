import {type Agreement, type Clause, headingText, ownText} from '../../src/compiler/clause-tree/index.ts'

/** An agreement as text: one line a clause with path, kind, label, title and own text. */
export function outlineText(agreement: Agreement): string {
  const lines = [
    ...agreement.titles.map((title) => `title   ${headingText(title)}`),
    ...agreement.frontMatter.map((clause) => `front   ${[clause.label?.text, ownText(clause)].filter(Boolean).join(' ')}`),
    ...agreement.clauses.flatMap(clauseLines),
  ]
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

function clauseLines(clause: Clause): string[] {
  const label = clause.label ? `[${clause.label.text}] ` : ''
  const heading = clause.heading ? `${{heading: '#', 'run-in': '~', plain: '='}[clause.heading.style]}${headingText(clause.heading)}# ` : ''
  return [
    `${clause.path.padEnd(10)} ${clause.kind.padEnd(9)} ${label}${heading}${ownText(clause).replace(/\n/g, ' ⏎ ').replace(/\t/g, ' | ')}`,
    ...clause.children.flatMap(clauseLines),
  ]
}

/** All that a reader sees of an agreement, in reading order: titles, labels, titles of clauses and texts. */
export function outlineWords(agreement: Agreement): string {
  const front = [
    ...agreement.titles.map((title) => ({offset: title.position.start.offset ?? 0, words: headingText(title)})),
    ...agreement.frontMatter.map((clause) => ({offset: clause.position.start.offset ?? 0, words: clauseWords(clause)})),
  ]
  return [...front.sort((a, b) => a.offset - b.offset).map(({words}) => words), ...agreement.clauses.map(clauseWords)].join('\n')
}

function clauseWords(clause: Clause): string {
  const isApart = clause.heading !== undefined && clause.heading.style !== 'run-in' && !(clause.heading.style === 'plain' && clause.body)
  const label = clause.label?.style === 'bullet' ? '' : clause.label?.text
  return [label, isApart ? headingText(clause.heading) : '', ownText(clause), ...clause.children.map(clauseWords)]
    .filter(Boolean)
    .join('\n')
}
