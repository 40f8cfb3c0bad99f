import {type Agreement, type Clause, headingText, ownText} from '../../clause-tree/index.ts'
import {contentHash, foldText} from './fold-text.ts'

/** A clause as the matcher sees it: its place in reading order, and what it says apart from its label. */
export interface Unit {
  /** Position in reading order. */
  readonly index: number
  readonly clause: Clause
  /** Index of the unit around it; -1 at the top. */
  readonly parent: number
  readonly depth: number
  /** Title apart from the text; empty where the title is part of the text. */
  readonly heading: string
  /** Own text, or the title that is all the text. */
  readonly text: string
  /** Equal for contents that differ in noise only; 0 for a clause without words. */
  readonly hash: number
  /** Length of the content in UTF-16 units. */
  readonly weight: number
  /** Whether it is a title of the agreement. */
  readonly isTitle: boolean
  readonly isTable: boolean
  /** Index after the last unit below it. */
  end: number
}

/** All units of an agreement in reading order: titles, front matter, clauses. */
export function unitsOf(agreement: Agreement): readonly Unit[] {
  const units: Unit[] = []
  for (const [index, title] of agreement.titles.entries())
    add(
      {
        type: 'clause',
        kind: 'section',
        path: index === 0 ? 'title' : `title.${index + 1}`,
        heading: title,
        children: [],
        position: title.position,
      },
      -1,
      0,
    )
  for (const clause of agreement.frontMatter) add(clause, -1, 0)
  for (const clause of agreement.clauses) add(clause, -1, 0)
  return units

  function add(clause: Clause, parent: number, depth: number): void {
    const {heading, text} = contentOf(clause)
    const index = units.length
    const unit: Unit = {
      index,
      clause,
      parent,
      depth,
      heading,
      text,
      hash: contentHash(heading, text),
      weight: heading.length + text.length,
      isTitle: index < agreement.titles.length,
      isTable: clause.body?.type === 'table',
      end: index + 1,
    }
    units.push(unit)
    for (const child of clause.children) add(child, index, depth + 1)
    unit.end = units.length
  }
}

/** Title and own text of a clause; a run-in title and a title that is all of the text are text. */
export function contentOf(clause: Clause): {readonly heading: string; readonly text: string} {
  const own = ownText(clause)
  const title = headingText(clause.heading)
  if (own === '' || title === '') return own === '' ? {heading: title, text: ''} : {heading: '', text: own}
  return clause.heading?.style === 'heading' ? {heading: title, text: own} : {heading: '', text: own}
}

/** Title and own text as one string. */
export function unitText({heading, text}: Pick<Unit, 'heading' | 'text'>): string {
  return heading === '' ? text : text === '' ? heading : `${heading}\n${text}`
}

/** Whether two units say the same, noise apart. */
export function saysTheSame(a: Unit, b: Unit): boolean {
  if (a.hash !== b.hash) return false
  if (a.text === b.text && a.heading === b.heading) return true
  return foldText(a.heading) === foldText(b.heading) && foldText(a.text) === foldText(b.text)
}
