import type {NoticeLineView, NoticeTextView} from '../notice-view.ts'
import type {RedlineBlock, RedlineLine, RedlineRun, RedlineView} from '../redline-view.ts'
import type {Translate} from '../translator.ts'

/** The old and the new text of a change, taken from the blocks of the redline that show it. */
export function changeTexts(
  {blocks}: RedlineView,
  number: number,
  t: Translate,
): {readonly old: NoticeTextView; readonly now: NoticeTextView} {
  const own = blocks.filter(({change, status}) => change === number - 1 && status !== 'moved-away')
  return {
    old: textView(own, 'insert', {title: t('notice-old'), absent: t('notice-absent-old')}),
    now: textView(own, 'delete', {title: t('notice-new'), absent: t('notice-absent-new')}),
  }
}

/** One side: everything but what only the other version has. */
function textView(
  blocks: readonly RedlineBlock[],
  other: 'insert' | 'delete',
  {title, absent}: {readonly title: string; readonly absent: string},
): NoticeTextView {
  const lines = blocks.flatMap((block) => block.lines.flatMap((line) => lineView(line, other)))
  return lines.length > 0 ? {title, lines} : {title, lines, absent}
}

function lineView({label, runs, rows, role}: RedlineLine, other: 'insert' | 'delete'): NoticeLineView[] {
  const own = (all: readonly RedlineRun[]) =>
    joined(all.filter(({op, value}) => op !== other && value !== '').map((run) => (other === 'insert' ? oldRun(run) : run)))
  if (role === 'table') {
    const kept = rows
      .filter(({op}) => op !== other)
      .map((row) => ({...row, cells: row.cells.map((cell) => ({...cell, runs: own(cell.runs)}))}))
    return kept.length > 0 ? [{runs: own(label), rows: kept}] : []
  }
  const text = own(runs)
  const tag = own(label)
  if (text.length === 0) return []
  return [{runs: tag.length > 0 ? [...tag, {op: 'equal', value: ' ', marks: []}, ...text] : text, rows: []}]
}

/** A run as the old version marks it: what lost its marks had them. */
function oldRun({was, ...run}: RedlineRun): RedlineRun {
  return was ? {...run, marks: was, was: run.marks} : run
}

/** Neighbours that look alike, as one. */
function joined(runs: readonly RedlineRun[]): RedlineRun[] {
  const out: RedlineRun[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && looksLike(last, run)) out.splice(-1, 1, {...last, value: last.value + run.value})
    else out.push(run)
  }
  return out
}

function looksLike({value: _a, ...a}: RedlineRun, {value: _b, ...b}: RedlineRun): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
