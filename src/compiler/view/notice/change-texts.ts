import type {SpanView} from '../agreement-view.ts'
import type {NoticeLineView, NoticeRunView, NoticeTextView} from '../notice-view.ts'
import type {RedlineBlock, RedlineLine, RedlineRun, RedlineView} from '../redline-view.ts'
import type {Translate} from '../translator.ts'

/** The old and the new text of a change, taken from the blocks of the redline that show it. */
export function changeTexts(
  {blocks}: RedlineView,
  number: number,
  t: Translate,
): {readonly old: NoticeTextView; readonly now: NoticeTextView} {
  const own = blocks.filter(({change, status}) => change?.number === number && status !== 'moved-away')
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
    grouped(
      all.filter(({op, value}) => op !== other && value !== ''),
      other === 'insert',
    )
  if (role === 'table') {
    const kept = rows
      .filter(({op}) => op !== other)
      .map(({cells}) => ({cells: cells.map(({runs: words, ...cell}) => ({...cell, runs: own(words)}))}))
    return kept.length > 0 ? [{runs: own(label), rows: kept}] : []
  }
  const text = own(runs)
  if (text.length === 0) return []
  const tag = own(label)
  return [{runs: tag.length > 0 ? [...tag, GAP, ...text] : text, rows: []}]
}

const GAP: NoticeRunView = {op: 'equal', spans: [{value: ' ', marks: []}]}

/** Neighbours of one version, joined where they look alike; the old version has the marks that it had. */
function grouped(runs: readonly RedlineRun[], isOld: boolean): NoticeRunView[] {
  const groups: {readonly op: RedlineRun['op']; readonly spans: SpanView[]}[] = []
  for (const {op, was, ...run} of runs) {
    const span: SpanView = isOld && was ? {...run, marks: was} : run
    const last = groups.at(-1)
    const before = last?.spans.at(-1)
    if (last?.op !== op) groups.push({op, spans: [span]})
    else if (before && looksLike(before, span)) last.spans.splice(-1, 1, {...before, value: before.value + span.value})
    else last.spans.push(span)
  }
  return groups
}

function looksLike({value: _a, ...a}: SpanView, {value: _b, ...b}: SpanView): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
