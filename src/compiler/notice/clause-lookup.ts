import {type ComparedVersion, contentOf, type Unit, unitsOf, unitText} from '../diff/index.ts'

/** A clause with the headings that it stands under. */
export interface FoundClause {
  readonly path: string
  readonly label?: string
  /** Heading and own text. */
  readonly text: string
  /** Headings from the outermost to its own. */
  readonly headings: readonly string[]
}

/** Every clause of a version by its path. */
export function clauseLookup({agreement}: ComparedVersion): ReadonlyMap<string, FoundClause> {
  const units = unitsOf(agreement)
  return new Map(
    units.map((unit) => [
      unit.clause.path,
      {
        path: unit.clause.path,
        ...(unit.clause.label ? {label: unit.clause.label.text} : {}),
        text: unitText(contentOf(unit.clause)),
        headings: headingsOf(unit, units),
      },
    ]),
  )
}

function headingsOf(unit: Unit, units: readonly Unit[]): string[] {
  const headings: string[] = []
  for (let at: Unit | undefined = unit; at; at = units[at.parent]) {
    const {heading} = at.clause
    if (heading) headings.unshift(heading.spans.map(({value}) => value).join(''))
  }
  return headings
}
