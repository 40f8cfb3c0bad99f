import {type Agreement, type Clause, flattenClauses} from '../../src/compiler/index.ts'

/** F1 of the characters that are bold or underlined in both trees, clause by clause, by the text around them; titles and labels left out. */
export function emphasisScore(wanted: Agreement, found: Agreement): number {
  const [left, right] = [emphasised(wanted), emphasised(found)]
  const total = (runs: ReadonlyMap<string, number>) => [...runs.values()].reduce((sum, count) => sum + count, 0)
  let hits = 0
  for (const [key, count] of left) hits += Math.min(count, right.get(key) ?? 0)
  const whole = total(left) + total(right)
  return whole === 0 ? 1 : (2 * hits) / whole
}

/** Marked characters, counted by mark and by the three characters that they stand in. */
function emphasised(agreement: Agreement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const clause of flattenClauses(agreement)) {
    const characters = markedCharacters(clause)
    characters.forEach(({character, marks}, index) => {
      for (const mark of marks) {
        const key = `${mark} ${characters[index - 1]?.character ?? ''}${character}${characters[index + 1]?.character ?? ''}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    })
  }
  return counts
}

function markedCharacters({body}: Clause): {readonly character: string; readonly marks: readonly string[]}[] {
  if (body?.type !== 'paragraph') return []
  return body.spans.flatMap(({value, marks}) =>
    [...value]
      .filter((character) => !/\s/.test(character))
      .map((character) => ({character, marks: marks.filter((mark) => mark === 'bold' || mark === 'underline')})),
  )
}
