import {type Agreement, spansText} from '../../src/compiler/clause-tree/index.ts'
import {contentOf, unitsOf} from '../../src/compiler/diff/index.ts'
import {labelGap, type RedlineLine, type RedlineOp, type RedlineRun, type RedlineView} from '../../src/compiler/view/index.ts'

/** A version as lines: label, a blank, text; cells parted by tabs. */
export function linesOf(agreement: Agreement): string[] {
  return unitsOf(agreement).flatMap(({clause}) => {
    const {heading, text} = contentOf(clause)
    const label = clause.label ? labelled(clause.label.style === 'bullet' ? '•' : clause.label.text) : ''
    const {body} = clause
    const table = body?.type === 'table' ? body.rows.map(({cells}) => cells.map(({spans}) => spansText(spans)).join('\t')) : undefined
    if (table && heading === '' && label !== '') return [label, ...table]
    const [first = '', ...rest] = [...(heading === '' ? [] : [heading]), ...(text === '' ? [] : (table ?? [text]))]
    return [label + first, ...rest]
  })
}

/** One version, read back from a redline: what only the other one has is left out. */
export function readSide(view: RedlineView, side: 'old' | 'new'): string[] {
  const foreign: RedlineOp = side === 'old' ? 'insert' : 'delete'
  const lines: string[] = []
  let open = ''
  const words = (runs: readonly RedlineRun[]) =>
    runs
      .filter(({op}) => op !== foreign)
      .map(({value}) => value)
      .join('')
  const read = (line: RedlineLine) => {
    const label = words(line.label)
    open += labelled(label)
    if (line.role === 'table') {
      if (line.end === foreign) return
      if (open !== '') lines.push(open)
      const rows = line.rows.filter(({op}) => op !== foreign)
      lines.push(
        ...rows.map(({cells}) =>
          cells
            .filter(({op}) => op !== foreign)
            .map(({runs}) => words(runs))
            .join('\t'),
        ),
      )
      open = ''
      return
    }
    open += words(line.runs)
    if (line.end === foreign) return
    lines.push(open)
    open = ''
  }
  for (const block of view.blocks) if (block.op !== foreign) block.lines.forEach(read)
  if (open !== '') lines.push(open)
  return lines
}

function labelled(label: string): string {
  return label + labelGap(label)
}
