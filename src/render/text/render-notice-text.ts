import type {NoticeChangeView, NoticeRunView, NoticeSectionView, NoticeTextView, NoticeView} from '../../compiler/view/index.ts'

/** A notice of changes as plain text, for mail and terminals: the same words as the page, with what is new and gone in brackets. */
export function renderNoticeText(view: NoticeView, translate: (key: string) => string): string {
  const lines = [
    ...(view.provider === undefined ? [] : [view.provider]),
    view.title,
    '',
    view.lead,
    '',
    ...view.glance.map(({term, words}) => `${term}${translate('term-gap')}${words}`),
    ...(view.groups.length > 0 ? title(translate('notice-changes')) : []),
    ...view.groups.flatMap((group) => ['', `— ${group.title}`, ...group.changes.flatMap(changeLines)]),
    ...view.sections.flatMap(sectionLines),
    ...title(view.date.title),
    ...view.date.paragraphs,
    ...view.date.rules.flatMap(({basis, result, explanation, override}) => [
      '',
      `* ${basis} [${result}]`,
      `  ${explanation}`,
      ...(override === undefined ? [] : [`  ${override}`]),
    ]),
    ...view.appendix.flatMap(sectionLines),
  ]
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

function title(words: string): string[] {
  return ['', words, '-'.repeat(Math.min(60, [...words].length * 2)), '']
}

function changeLines({title: words, reason, notes, old, now}: NoticeChangeView): string[] {
  return ['', `* ${words}`, `  ${reason}`, ...notes.map((note) => `  ${note}`), ...textLines(old), ...textLines(now)]
}

function textLines({title: words, lines, absent}: NoticeTextView): string[] {
  return [
    `  ${words}`,
    ...(absent === undefined ? [] : [`    ${absent}`]),
    ...lines.flatMap(({runs, rows}) => [
      ...(runs.length > 0 ? [`    ${plain(runs)}`] : []),
      ...rows.map(({cells}) => `    | ${cells.map((cell) => plain(cell.runs)).join(' | ')} |`),
    ]),
  ]
}

function plain(runs: readonly NoticeRunView[]): string {
  return runs
    .map(({op, spans}) => {
      const words = spans.map(({value}) => value).join('')
      return op === 'insert' ? `{+${words}+}` : op === 'delete' ? `[-${words}-]` : words
    })
    .join('')
    .replace(/\n/g, ' ')
}

function sectionLines({title: words, paragraphs, items}: NoticeSectionView): string[] {
  return [...title(words), ...paragraphs, ...items.map(({words: item, href}) => `* ${item}${href === undefined ? '' : ` ${href}`}`)]
}
