import type {ReferenceFact} from '../facts.ts'

/** A reference with the offsets of its words. */
interface ReferencePlace {
  readonly fact: ReferenceFact
  readonly start: number
  readonly end: number
}

/** Where the references of a clause stand in its text, in reading order. The `3` of `Sections 2 and 3` is looked for after `Sections 2`. */
export function referencePlaces(text: string, references: readonly ReferenceFact[]): readonly ReferencePlace[] {
  let from = 0
  return references.flatMap((fact) => {
    const start = text.indexOf(fact.text, from)
    if (start < 0 || fact.text === '') return []
    from = start + fact.text.length
    return [{fact, start, end: from}]
  })
}
