/** What the content stream of a page does, as far as the rules ask. */
export interface ContentScan {
  /** Painting operators that stand neither in tagged content nor in an artifact. */
  readonly unmarked: readonly string[]
  /** Tags of marked content by id. */
  readonly tagged: ReadonlyMap<number, string>
  /** Where marks nest in a way that is not allowed, or do not close. */
  readonly faults: readonly string[]
  /** Codes of the glyphs that are shown, by the name of the font resource. */
  readonly codes: ReadonlyMap<string, ReadonlySet<number>>
  /** Resource names of form and image objects that are painted. */
  readonly objects: ReadonlySet<string>
}

type Mark = 'tagged' | 'artifact' | 'other'

/** Reads a content stream token by token (ISO 32000-1, 7.8.2). */
export function scanContent(content: string): ContentScan {
  const unmarked: string[] = []
  const tagged = new Map<number, string>()
  const faults: string[] = []
  const codes = new Map<string, Set<number>>()
  const objects = new Set<string>()
  const marks: Mark[] = []
  let operands: string[] = []
  let font = ''
  for (const [token] of content.matchAll(TOKENS)) {
    if (/^[/<([\]>{}\d.+-]/.test(token)) {
      operands.push(token)
      continue
    }
    const isInside = marks.includes('tagged') || marks.includes('artifact')
    if (token === 'BDC' || token === 'BMC') {
      const mark = markOf(operands, tagged)
      if (mark === 'tagged' && marks.includes('artifact')) faults.push('tagged content inside an artifact')
      if (mark === 'artifact' && marks.includes('tagged')) faults.push('an artifact inside tagged content')
      marks.push(mark)
    } else if (token === 'EMC') {
      if (marks.pop() === undefined) faults.push('EMC without a beginning')
    } else if (token === 'Tf') font = operands.at(-2)?.slice(1) ?? ''
    else if (PAINTERS.has(token)) {
      if (!isInside) unmarked.push([...operands.slice(-4), token].join(' '))
      if (token === 'Do') objects.add(operands.at(-1)?.slice(1) ?? '')
      if (SHOWS.has(token)) for (const code of shownCodes(operands)) codes.set(font, (codes.get(font) ?? new Set()).add(code))
    }
    operands = []
  }
  if (marks.length > 0) faults.push(`${marks.length} marks that do not close`)
  return {unmarked, tagged, faults, codes, objects}
}

function markOf(operands: readonly string[], tagged: Map<number, string>): Mark {
  const tag = operands[0] ?? ''
  const at = operands.indexOf('/MCID')
  if (at >= 0) {
    tagged.set(Number(operands[at + 1]), tag.slice(1))
    return 'tagged'
  }
  return tag === '/Artifact' ? 'artifact' : 'other'
}

/** Two-byte codes of hexadecimal strings, as composite fonts are shown. */
function shownCodes(operands: readonly string[]): number[] {
  return operands
    .filter((operand) => /^<[0-9a-f]/i.test(operand))
    .flatMap((operand) => (operand.match(/[0-9a-f]{4}/gi) ?? []).map((code) => Number.parseInt(code, 16)))
}

const TOKENS = /\((?:\\[\s\S]|[^()\\])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\](){}]*|[[\]{}]|[+-]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"*]+[01]?\*?/g
const SHOWS: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])
const PAINTERS: ReadonlySet<string> = new Set([...SHOWS, 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI'])
