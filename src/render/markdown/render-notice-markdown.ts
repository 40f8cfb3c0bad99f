import type {NoticeChangeView, NoticeRunView, NoticeSectionView, NoticeTextView, NoticeView} from '../../compiler/view/index.ts'
import {escapeMarkdown} from './escape-markdown.ts'

/** A notice of changes as Markdown: the same words as the page; what is new and gone stands in `<ins>` and `<del>`. */
export function renderNoticeMarkdown(view: NoticeView, translate: (key: string) => string): string {
  const text = escapeMarkdown
  const parts: (readonly string[])[] = [
    [`# ${text(view.title)}`],
    ...(view.provider === undefined ? [] : [[text(view.provider)]]),
    [text(view.lead)],
    view.glance.map(({term, words}) => `- **${text(term)}**${translate('term-gap')}${text(words)}`),
    ...(view.groups.length > 0 ? [[`## ${text(translate('notice-changes'))}`]] : []),
    ...view.groups.flatMap((group) => [[`### ${text(group.title)}`], ...group.changes.flatMap(changeParts)]),
    ...view.sections.flatMap(sectionParts),
    [`## ${text(view.date.title)}`],
    ...view.date.paragraphs.map((words) => [text(words)]),
    [
      `| ${[view.date.columns.rule, view.date.columns.result, view.date.columns.computation].map(text).join(' | ')} |`,
      '| --- | --- | --- |',
      ...view.date.rules.map(({basis, result, explanation, override}) => {
        const words = override === undefined ? text(explanation) : `${text(explanation)} **${text(override)}**`
        return `| ${text(basis)} | ${text(result)} | ${words} |`
      }),
    ],
    ...view.appendix.flatMap(sectionParts),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function changeParts({title, reason, notes, old, now}: NoticeChangeView): (readonly string[])[] {
  return [
    [`#### ${escapeMarkdown(title)}`],
    [`**${escapeMarkdown(reason)}**`],
    ...notes.map((words) => [escapeMarkdown(words)]),
    ...textParts(old),
    ...textParts(now),
  ]
}

function textParts({title, lines, absent}: NoticeTextView): (readonly string[])[] {
  const quoted = lines.flatMap(({runs, rows}) => [
    ...(runs.length > 0 ? [[`> ${marked(runs)}`]] : []),
    ...(rows.length > 0 ? [tableLines(rows)] : []),
  ])
  const body = absent === undefined ? quoted : [[`> ${escapeMarkdown(absent)}`]]
  return [[`_${escapeMarkdown(title)}_`], body.flatMap((part, index) => (index === 0 ? part : ['>', ...part]))]
}

function tableLines(rows: NoticeTextView['lines'][number]['rows']): string[] {
  const [head, ...rest] = rows.map(({cells}) => `> | ${cells.map(({runs}) => marked(runs)).join(' | ')} |`)
  const columns = rows[0]?.cells.length ?? 1
  return head === undefined ? [] : [head, `> |${' --- |'.repeat(columns)}`, ...rest]
}

/** Bold and underlined words stay so: whether a limit is set off is part of what changes. */
function marked(runs: readonly NoticeRunView[]): string {
  return runs
    .map(({op, spans}) => {
      const words = spans.map(spanText).join('')
      return op === 'insert' ? `<ins>${words}</ins>` : op === 'delete' ? `<del>${words}</del>` : words
    })
    .join('')
}

function spanText({value, marks}: NoticeRunView['spans'][number]): string {
  const words = escapeMarkdown(value.replace(/\n/g, ' '))
  const under = marks.includes('underline') ? `<u>${words}</u>` : words
  return marks.includes('bold') ? `<strong>${under}</strong>` : under
}

function sectionParts({title, paragraphs, items}: NoticeSectionView): (readonly string[])[] {
  return [
    [`## ${escapeMarkdown(title)}`],
    ...paragraphs.map((words) => [escapeMarkdown(words)]),
    items.map(({words, href}) =>
      href === undefined ? `- ${escapeMarkdown(words)}` : `- [${escapeMarkdown(words)}](<${href.replace(/[<>\s]/g, '')}>)`,
    ),
  ]
}
