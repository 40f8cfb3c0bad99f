import type {RedlineBlock, RedlineChange, RedlineLine, RedlineRun, RedlineView, Translate} from '../../compiler/view/index.ts'

/** How a terminal sets words off; each function gives the text with its marks. */
export interface RedlineInk {
  readonly insert: (text: string) => string
  readonly delete: (text: string) => string
  readonly strong: (text: string) => string
  readonly soft: (text: string) => string
}

/** A redline as text: what changed in numbers, then the changes of substance, then the others, each with the words around it. */
export function renderRedlineText(view: RedlineView, translate: Translate, ink: RedlineInk): string {
  const {strong, soft} = ink
  const out: string[] = [strong(view.title)]
  const isRetitled = view.from.title !== view.to.title
  for (const [sign, key, {name, title, shortHash}] of [
    ['-', 'redline-old', view.from],
    ['+', 'redline-new', view.to],
  ] as const) {
    const words = [name, isRetitled ? title : undefined, shortHash].filter((word) => word !== undefined)
    if (words.length > 0) out.push(soft([`${sign} ${translate(key)}`, ...words].join('  ')))
  }
  out.push(view.summary.length === 0 ? translate('redline-equal') : view.summary.join(' · '))
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) out.push('', strong(title), '', ...lines)
  }
  const shown = new Map<RedlineChange, RedlineBlock[]>(view.changes.map((change) => [change, []]))
  for (const block of view.blocks) if (block.change && block.status !== 'moved-away') shown.get(block.change)?.push(block)
  const details = (changes: readonly RedlineChange[]) => changes.flatMap((change) => changeLines(change, shown.get(change) ?? [], ink))
  section(translate('redline-substantive'), details(view.substantive))
  section(translate('redline-editorial'), details(view.editorial))
  section(
    translate('redline-replaced-title'),
    view.replacements.map((words) => `  ${words}`),
  )
  section(
    translate('redline-renumbered-title'),
    view.renumbered.map(({words}) => `  ${words}`),
  )
  section(
    translate('redline-warnings-title'),
    view.warnings.map(({words}) => `  ${strong('!')} ${words}`),
  )
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

function changeLines(change: RedlineChange, blocks: readonly RedlineBlock[], ink: RedlineInk): string[] {
  const context = change.context.length > 0 ? ink.soft(` ‹ ${[...change.context].reverse().join(' ‹ ')}`) : ''
  return [
    `${ink.strong(`[${change.title}]`)} ${change.place}${context}`,
    ...[...change.notes, ...change.effects].map((words) => `    • ${words}`),
    ...blocks.flatMap((block) => blockLines(block, ink)).map((text) => `    ${text}`),
    '',
  ]
}

function blockLines(block: RedlineBlock, ink: RedlineInk): string[] {
  return block.lines.flatMap((line) => {
    if (line.role === 'table') return tableLines(line, ink)
    const runs = [...line.label, ...(line.label.length > 0 ? [gap(line)] : []), ...line.runs]
    if (block.status === 'moved' && runs.every(({op}) => op === 'equal')) return []
    return runs.some(({op}) => op !== 'equal') ? marked(runs, ink) : []
  })
}

function tableLines({rows}: RedlineLine, ink: RedlineInk): string[] {
  return rows
    .filter(({op, cells}) => op !== 'equal' || cells.some(({runs}) => runs.some((run) => run.op !== 'equal')))
    .map(({cells}) => `| ${cells.map(({runs}) => marked(runs, ink).join(' ')).join(' | ')} |`)
}

/** Runs as text with the changes set off; long stretches that stayed are shortened. */
function marked(runs: readonly RedlineRun[], ink: RedlineInk): string[] {
  const joined = joinedByOp(runs)
  const text = joined
    .map(({op, value}, index) => {
      if (op === 'equal') return shortened(value, {isFirst: index === 0, isLast: index === joined.length - 1})
      const paint = op === 'insert' ? ink.insert : ink.delete
      return value
        .split('\n')
        .map((part) => (part === '' ? '' : paint(part)))
        .join('\n')
    })
    .join('')
  return text.split('\n')
}

/** Marks of the text are left out: a redline in letters shows words. */
function joinedByOp(runs: readonly RedlineRun[]): Pick<RedlineRun, 'op' | 'value'>[] {
  const joined: Pick<RedlineRun, 'op' | 'value'>[] = []
  for (const {op, value} of runs) {
    const last = joined.at(-1)
    if (last?.op === op) joined.splice(-1, 1, {op, value: last.value + value})
    else joined.push({op, value})
  }
  return joined
}

/** Characters of the text around a change that are shown. */
const AROUND = 30

function shortened(value: string, {isFirst, isLast}: {readonly isFirst: boolean; readonly isLast: boolean}): string {
  const characters = [...value]
  const [head, tail] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND]
  if (characters.length <= head + tail + 4) return value
  return `${characters.slice(0, head).join('')}…${tail === 0 ? '' : characters.slice(-tail).join('')}`
}

/** The blank after a label belongs to the side that has a label. */
function gap({label}: RedlineLine): RedlineRun {
  return {
    op: label.every(({op}) => op === 'insert') ? 'insert' : label.every(({op}) => op === 'delete') ? 'delete' : 'equal',
    value: ' ',
    marks: [],
  }
}
