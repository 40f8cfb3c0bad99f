import pc from 'picocolors'
import stringWidth from 'string-width'
import {agreementTitle, type Clause, type CompiledAgreement, flattenClauses, headingText, type LimitationFact, ownText} from '../index.ts'

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
  out.write(`${pc.dim(`${countClauses(agreement.clauses)} clauses; ${markSummary(facts.limitations)}`)}\n`)

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

/** Prints only the clauses that limit the reader: what they do, by which words, and whether these are marked. */
export function printLimitations({agreement, facts}: CompiledAgreement, {out, width}: OutlineOutput): void {
  out.write(`${pc.bold(agreementTitle(agreement) ?? '(without a title)')}  ${pc.dim(agreement.locale)}\n`)
  for (const clause of flattenClauses(agreement)) {
    for (const {kind, conspicuous, strength, phrase, inheritedFrom} of limiting(facts.limitations).filter(
      ({path}) => path === clause.path,
    )) {
      const head = `${pc.dim(clause.path.padEnd(10))} ${tag(kind, conspicuous, strength)}  `
      const words = inheritedFrom === undefined ? phrase.replace(/\s+/g, ' ') : pc.dim(`as member of the list at ${inheritedFrom}`)
      out.write(`${head}${cut(words, Math.max(12, width - stringWidth(head)))}\n`)
    }
  }
  out.write(`${pc.dim(markSummary(facts.limitations))}\n`)
}

function limiting(limitations: readonly LimitationFact[]): LimitationFact[] {
  return limitations.filter(({benefits}) => benefits !== 'user')
}

/** How many clauses limit rights, and how far they are marked: by the least marked of what each of them does for sure. */
function markSummary(limitations: readonly LimitationFact[]): string {
  const paths = new Set(limiting(limitations).map(({path}) => path))
  if (paths.size === 0) return 'no clause limits rights'
  const count = {full: 0, partial: 0, none: 0}
  for (const path of paths) {
    const facts = limiting(limitations).filter((fact) => fact.path === path)
    const sure = facts.filter(({strength}) => strength === 'definite')
    const all = (sure.length > 0 ? sure : facts).map(({conspicuous}) => conspicuous)
    count[all.includes('none') ? 'none' : all.includes('partial') ? 'partial' : 'full'] += 1
  }
  return `${paths.size} limit rights: ● ${count.full} bold, underlined or in capitals, ◐ ${count.partial} in part, ○ ${count.none} not marked`
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
