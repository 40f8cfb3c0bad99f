import {flattenClauses, parse} from '../compiler/index.ts'
import type {ImportedText, Repair} from './import-report.ts'
import {shownText} from './shown-text.ts'

/** Markdown with broken lists and tables → the text as it is; its reading puts it together, which is told here. */
export function repairMarkdown(source: string): ImportedText {
  const parsed = parse(source).agreements
  const lines = source.split(/\r\n?|\n/)
  const repairs: Repair[] = []
  for (const {agreement} of parsed) {
    const clauses = flattenClauses(agreement)
    clauses.forEach((clause) => {
      const line = clause.position.start.line
      const written = lines[line - 1] ?? ''
      if (clause.body?.type === 'table' && !/^\s*\|/.test(written) && written.includes('\t'))
        repairs.push({
          rule: 'rejoin-table',
          confidence: 'likely',
          message: `Read ${clause.body.rows.length} lines with tabs as a table`,
          line,
        })
    })
    repairs.push(
      ...rejoined(
        clauses.map((clause) => ({path: clause.path, label: clause.label?.text, line: clause.position.start.line})),
        lines,
      ),
    )
  }
  return {
    markdown: source,
    sourceText: parsed.map(({agreement}) => shownText(agreement)).join('\n'),
    repairs,
    dropped: [],
    substitutions: [],
  }
}

interface PlacedLabel {
  readonly path: string
  readonly label: string | undefined
  readonly line: number
}

/** Members that Markdown does not see in the list of the sibling before them, though their number goes on there. */
function rejoined(clauses: readonly PlacedLabel[], lines: readonly string[]): Repair[] {
  const repairs: Repair[] = []
  const last = new Map<string, PlacedLabel>()
  for (const clause of clauses) {
    const parent = clause.path.slice(0, Math.max(clause.path.lastIndexOf('.'), 0))
    const before = last.get(parent)
    last.set(parent, clause)
    if (!before || clause.label === undefined || before.label === undefined) continue
    const [here, there] = [lines[clause.line - 1] ?? '', lines[before.line - 1] ?? '']
    const isListItem = (line: string) => /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line)
    if (isListItem(there) && !isListItem(here) && !/^\s*#/.test(here))
      repairs.push({
        rule: 'rejoin-list',
        confidence: 'likely',
        message: `Put \`${clause.label}\` back into the list after \`${before.label}\``,
        line: clause.line,
      })
  }
  return repairs
}
