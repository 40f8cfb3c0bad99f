import type {AgreementDiff, Change} from '../../src/compiler/index.ts'

/** A diff for people who review a fixture: a line for each change, its wording, its effects. */
export function printChanges({summary, changes, replacements, diagnostics}: AgreementDiff): string {
  const counts = Object.entries(summary).flatMap(([kind, count]) => (count > 0 ? [`${kind} ${count}`] : []))
  const lines = [
    counts.join(', '),
    ...changes.flatMap(linesOf),
    ...replacements.map(({from, to, count}) => `replacement: ${from} → ${to}, ${count} times`),
    ...diagnostics.map(({ruleId, path, message}) => `${ruleId} in ${path}: ${message}`),
  ]
  return `${lines.join('\n')}\n`
}

function linesOf({kind, aspects, from, to, segments, rows = [], effects, materiality, reason}: Change): string[] {
  const places = [placesOf(from), placesOf(to)].filter((place) => place !== '').join(' → ')
  return [
    `${kind} ${places} [${aspects.join(', ')}] ${materiality}: ${reason}`,
    ...(segments ? [`  ${segments.map(marked).join('').replaceAll('\n', ' ⏎ ')}`] : []),
    ...rows.map(
      (row) => `  | ${row.kind} ${row.name}${row.cells.map((cell) => `, ${cell.name}: ${cell.from ?? ''} → ${cell.to ?? ''}`).join('')}`,
    ),
    ...effects.map((effect) => `  * ${effect.kind}: ${effect.from ?? ''} → ${effect.to ?? ''}`),
  ]
}

function placesOf(places: Change['from']): string {
  const [first, second, third] = places
  if (third === undefined) return [first, second].flatMap((place) => place?.path ?? []).join(' + ')
  return `${first?.path} … ${places.at(-1)?.path} (${places.length})`
}

function marked({op, text}: NonNullable<Change['segments']>[number]): string {
  return op === 'equal' ? text : op === 'insert' ? `{+${text}+}` : `[-${text}-]`
}
