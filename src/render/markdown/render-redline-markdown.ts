import type {RedlineBlock, RedlineChange, RedlineLine, RedlineRun, RedlineView, Translate} from '../../compiler/view/index.ts'
import {escapeMarkdown} from './escape-markdown.ts'

/**
 * A redline as Markdown that reads well in a pull request: what changed in numbers, the changes of substance with the words around
 * them, the rest folded. Insertions and deletions are `<ins>` and `<del>`, which hosts of repositories let through.
 */
export function renderRedlineMarkdown(view: RedlineView, translate: Translate): string {
  const shown = new Map<RedlineChange, RedlineBlock[]>(view.changes.map((change) => [change, []]))
  for (const block of view.blocks) if (block.change && block.status !== 'moved-away') shown.get(block.change)?.push(block)
  const details = (changes: readonly RedlineChange[]) => changes.flatMap((change) => changeLines(change, shown.get(change) ?? []))
  const list = (items: readonly string[]) => items.map((words) => `- ${escapeMarkdown(words)}`)
  const versions = [
    [translate('redline-old'), view.from],
    [translate('redline-new'), view.to],
  ] as const
  const parts = [
    [`# ${escapeMarkdown(view.title)}`],
    versions.flatMap(([name, {name: version, shortHash}]) => {
      const words = [version, shortHash].filter((word) => word !== undefined)
      return words.length > 0 ? [`- ${name}: ${words.map(escapeMarkdown).join(' ')}`] : []
    }),
    [
      view.summary.length === 0
        ? translate('redline-equal')
        : view.summary.map((words, index) => (index === 0 ? `**${words}**` : words)).join(' · '),
    ],
    section(translate('redline-warnings-title'), list(view.warnings.map(({words}) => words))),
    section(translate('redline-substantive'), details(view.substantive)),
    section(translate('redline-replaced-title'), list(view.replacements)),
    folded(translate('redline-editorial'), details(view.editorial)),
    folded(translate('redline-renumbered-title'), list(view.renumbered.map(({words}) => words))),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines]
}

function folded(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>']
}

function changeLines(change: RedlineChange, blocks: readonly RedlineBlock[]): string[] {
  const context = [...change.context].reverse().map((words) => ` ‹ ${escapeMarkdown(words)}`)
  const remarks = [...change.notes, ...change.effects].map((words) => `- ${escapeMarkdown(words)}`)
  const text = blocks.flatMap((block) => block.lines.flatMap((line) => lineText(line))).flatMap((words) => ['>', `> ${words}`])
  return [
    `${change.number}\\. **${change.title}** — ${escapeMarkdown(change.place)}${context.join('')}`,
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    ...(text.length > 0 ? ['', ...text.slice(1)] : []),
    '',
  ]
}

function lineText(line: RedlineLine): string[] {
  if (line.role === 'table')
    return line.rows
      .filter(({op, cells}) => op !== 'equal' || cells.some(({runs}) => runs.some((run) => run.op !== 'equal')))
      .map(({cells}) => cells.map(({runs}) => runText(runs)).join(' ¦ '))
  const label = runText(line.label)
  const text = `${label}${label === '' ? '' : ' '}${runText(line.runs)}`
  return text === '' ? [] : [text]
}

function runText(runs: readonly RedlineRun[]): string {
  const groups: {readonly op: RedlineRun['op']; value: string}[] = []
  for (const {op, value} of runs) {
    const last = groups.at(-1)
    if (last?.op === op) last.value += value
    else groups.push({op, value})
  }
  return groups
    .map(({op, value}) => {
      const words = escapeMarkdown(value.replace(/\n/g, ' '))
      return op === 'equal' ? words : op === 'insert' ? `<ins>${words}</ins>` : `<del>${words}</del>`
    })
    .join('')
}
