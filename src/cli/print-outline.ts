import pc from 'picocolors'
import stringWidth from 'string-width'
import {agreementTitle, type Clause, type CompiledAgreement, headingText, ownText} from '../index.ts'

/** Where and how wide an outline is printed. */
export interface OutlineOutput {
  readonly out: {write(text: string): unknown}
  /** Columns of the terminal; texts are cut to it. */
  readonly width: number
}

/** Prints the clauses of an agreement as an indented outline with their marks and kinds. */
export function printOutline(compiled: CompiledAgreement, {out, width}: OutlineOutput): void {
  const {agreement, facts} = compiled
  out.write(`${pc.bold(agreementTitle(agreement) ?? '(without a title)')}  ${pc.dim(agreement.locale)}\n`)
  if (agreement.frontMatter.length > 0) out.write(`${pc.dim(`front matter: ${agreement.frontMatter.length} lines`)}\n`)
  for (const clause of agreement.clauses) print(clause, 0)
  const limiting = new Set(facts.limitations.map((limitation) => limitation.path)).size
  const total = countClauses(agreement.clauses)
  out.write(`${pc.dim(`${total} clauses${limiting > 0 ? `, ${limiting} of them limit rights` : ''}`)}\n`)

  function print(clause: Clause, depth: number): void {
    const indent = '  '.repeat(depth)
    const label = clause.label?.text ?? '¶'
    const kinds = facts.limitations.filter((limitation) => limitation.path === clause.path && limitation.benefits !== 'user')
    const tags = [...new Set(kinds.map((limitation) => tag(limitation.kind, limitation.conspicuous, limitation.strength)))].join(' ')
    const marks = [...new Set(facts.emphasis.filter((fact) => fact.path === clause.path).flatMap((fact) => fact.marks))]
      .map(markSign)
      .join('')
    const heading = clause.heading && clause.heading.style !== 'run-in' ? headingText(clause.heading) : ''
    const text = ownText(clause).replace(/\s+/g, ' ')
    const words = [heading === text ? '' : heading && pc.bold(heading), text].filter(Boolean).join('  ')
    const head = `${pc.dim(clause.path.padEnd(10))} ${indent}${pc.cyan(label)} `
    const tail = [marks && pc.dim(`[${marks}]`), tags].filter(Boolean).join(' ')
    const room = width - stringWidth(head) - (tail ? stringWidth(tail) + 2 : 0)
    out.write(`${head}${cut(words, Math.max(12, room))}${tail ? `  ${tail}` : ''}\n`)
    for (const child of clause.children) print(child, depth + 1)
  }
}

function tag(kind: string, conspicuous: string, strength: string): string {
  const sign = conspicuous === 'full' ? '●' : conspicuous === 'partial' ? '◐' : '○'
  const color = strength === 'weak' ? pc.dim : conspicuous === 'full' ? pc.green : pc.yellow
  return color(`${sign} ${kind}`)
}

function markSign(mark: string): string {
  return {bold: 'B', underline: 'U', capitals: 'CAPS'}[mark] ?? mark
}

function countClauses(clauses: readonly Clause[]): number {
  return clauses.reduce((sum, clause) => sum + 1 + countClauses(clause.children), 0)
}

/** Cuts to a number of columns; a Han character takes two. */
function cut(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  let width = 0
  let kept = ''
  for (const piece of text.split(COLOR_CODE)) {
    if (piece.startsWith(ESCAPE)) {
      kept += piece
      continue
    }
    for (const character of piece) {
      width += stringWidth(character)
      if (width > columns - 1) break
      kept += character
    }
  }
  return `${kept}…`
}

const ESCAPE = String.fromCharCode(27)
const COLOR_CODE = new RegExp(`(${ESCAPE}\\[\\d+m)`)
