import type {ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {RedlineRun, Translate} from '../../compiler/view/index.ts'
import {element, spanNode} from './spans-to-html.ts'

/**
 * Runs → HTML: real `ins` and `del`, each with hidden words that say so, as no screen reader tells them apart by itself.
 * Words that are marked otherwise than before are in a span that says whether emphasis was lost or gained.
 */
export function runsToHtml(runs: readonly RedlineRun[], translate: Translate): string {
  const groups: {readonly op: RedlineRun['op']; readonly look: Look; readonly children: ElementContent[]}[] = []
  for (const run of runs) {
    const look = lookOf(run)
    const last = groups.at(-1)
    if (last?.op === run.op && last.look === look) last.children.push(spanNode(run))
    else groups.push({op: run.op, look, children: [spanNode(run)]})
  }
  const hidden = (key: string): ElementContent => element('span', {className: ['hidden']}, [{type: 'text', value: `[${translate(key)}: `}])
  const end = element('span', {className: ['hidden']}, [{type: 'text', value: ']'}])
  const nodes = groups.flatMap(({op, look, children}): ElementContent[] => {
    if (op === 'insert') return [element('ins', {}, [hidden('redline-inserted'), ...children, end])]
    if (op === 'delete') return [element('del', {}, [hidden('redline-deleted'), ...children, end])]
    if (look === 'same') return children
    return [element('span', {className: ['remarked', look]}, [hidden(`effect-emphasis-${look}`), ...children, end])]
  })
  return toHtml({type: 'root', children: nodes})
}

type Look = 'same' | 'lost' | 'gained'

/** Whether words that stayed lost or gained emphasis. */
function lookOf({op, marks, was}: RedlineRun): Look {
  if (op !== 'equal' || was === undefined) return 'same'
  return was.some((mark) => !marks.includes(mark)) ? 'lost' : 'gained'
}
