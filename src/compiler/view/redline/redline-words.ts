import {bodySpans, headingText, ownText} from '../../clause-tree/index.ts'
import type {AgreementDiff, Change, Effect, RowChange, Unit} from '../../diff/index.ts'
import {labelGap} from '../label-gap.ts'
import type {Translate} from '../translator.ts'

/** Label and title of a clause, or the beginning of its text: how a list names it. */
export function placeWords({clause}: Unit): string {
  const label = clause.label && clause.label.style !== 'bullet' ? clause.label.text : ''
  const title = headingText(clause.heading)
  const words = title !== '' && title.length <= 40 ? title : ownText(clause) || title
  return label === '' ? shortened(words, 40) : `${label}${labelGap(label)}${shortened(words, 40)}`
}

/** Label of a clause, else how a list names it. */
export function labelWords(unit: Unit): string {
  const {label} = unit.clause
  return label && label.style !== 'bullet' ? label.text : placeWords(unit)
}

/** What kind of change it is. */
export function kindWords({kind, aspects}: Change, t: Translate): string {
  const isReworded = aspects.includes('wording') || aspects.includes('heading')
  if (kind === 'moved' && isReworded) return t('redline-kind-moved-modified')
  if ((kind === 'split' || kind === 'merged') && isReworded) return t(`redline-kind-${kind}-modified`)
  if (kind === 'modified' && !isReworded) {
    if (aspects.includes('reference')) return t('redline-kind-reference')
    if (aspects.includes('link')) return t('redline-kind-link')
    return t('redline-kind-level')
  }
  return t(`redline-kind-${kind}`)
}

/** What a change does in substance. */
export function effectWords({kind, from, to}: Effect, t: Translate): string {
  const isLimitation = kind.startsWith('limitation')
  const words = (text: string) => (isLimitation ? t(text) : shortened(text, 60))
  const what = t(`effect-${kind}`)
  if (from !== undefined && to !== undefined) return t('effect-changed', {what, from: words(from), to: words(to)})
  if (isLimitation || kind.startsWith('emphasis')) return t('effect-named', {what, words: words(to ?? from ?? '')})
  return to === undefined ? t('effect-dropped', {what, from: words(from ?? '')}) : t('effect-new', {what, to: words(to)})
}

/** Numbers of changes in words: what concerns the reader most stands first. */
export function summaryWords({summary, changes}: Pick<AgreementDiff, 'summary' | 'changes'>, t: Translate): string[] {
  if (changes.length === 0) return []
  const substantive = changes.filter(({materiality}) => materiality === 'substantive').length
  const kinds = ['added', 'removed', 'modified', 'moved', 'split', 'merged', 'emphasis', 'retitled', 'renumbered', 'unchanged'] as const
  return [
    t('redline-count-substantive', {count: substantive}),
    ...kinds.flatMap((kind) => (summary[kind] > 0 ? [t(`redline-count-${kind}`, {count: summary[kind]})] : [])),
  ]
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line
}

/** Rows and cells of a table that a list names; of more the table itself tells. */
const MOST_CELLS = 12

/** What came, went or changed in a table, in words; nothing where it is too much for a list. */
export function rowWords(rows: readonly RowChange[], t: Translate): string[] {
  const words = [
    ...columnWords(rows, t),
    ...rows.flatMap(({kind, name, cells}) =>
      kind !== 'changed'
        ? [t(`redline-row-${kind}`, {row: name})]
        : cells
            .filter(({from, to}) => from !== undefined && to !== undefined)
            .map((cell) => t('redline-cell', {row: name, column: cell.name, from: cell.from || '–', to: cell.to || '–'})),
    ),
  ]
  return words.length > MOST_CELLS ? [] : words
}

/** Columns that came or went, each once: their cells are in one version alone. */
function columnWords(rows: readonly RowChange[], t: Translate): string[] {
  const words = rows.flatMap(({cells}) =>
    cells.flatMap(({name, from, to}) =>
      from === undefined
        ? [t('redline-column-added', {column: name})]
        : to === undefined
          ? [t('redline-column-removed', {column: name})]
          : [],
    ),
  )
  return [...new Set(words)]
}

/** Targets of links that went and came, in words; the first of each for the first of the other. */
export function linkWords(from: Unit | undefined, to: Unit | undefined, t: Translate): string[] {
  const [old, now] = [linksOf(from), linksOf(to)]
  const [gone, fresh] = [old.filter((url) => !now.includes(url)), now.filter((url) => !old.includes(url))]
  return Array.from({length: Math.max(gone.length, fresh.length)}, (_, index) =>
    t('redline-link', {from: gone[index] ?? '–', to: fresh[index] ?? '–'}),
  )
}

function linksOf(unit: Unit | undefined): string[] {
  return [
    ...new Set(
      bodySpans(unit?.clause.body)
        .flat()
        .flatMap(({link}) => (link ? [link.url] : [])),
    ),
  ]
}
