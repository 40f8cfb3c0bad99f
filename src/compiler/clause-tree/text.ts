import type {Body} from './body.ts'
import type {Clause} from './clause.ts'
import type {Heading} from './heading.ts'
import type {Span} from './span.ts'

/** Plain text of spans. */
export function spansText(spans: readonly Span[]): string {
  let text = ''
  for (const span of spans) text += span.value
  return text
}

/** Plain text of a body: cells are parted by a tab, rows by a line end. */
export function bodyText(body: Body): string {
  switch (body.type) {
    case 'paragraph':
      return spansText(body.spans)
    case 'table':
      return body.rows.map((row) => row.cells.map((cell) => spansText(cell.spans)).join('\t')).join('\n')
    case 'preformatted':
      return body.value
  }
}

/** Own text of a clause after its label, children left out; empty where there is none. */
export function ownText(clause: Clause): string {
  return clause.body ? bodyText(clause.body) : ''
}

/** Plain text of a heading; empty where there is none. */
export function headingText(heading: Heading | undefined): string {
  return heading ? spansText(heading.spans).trim() : ''
}
