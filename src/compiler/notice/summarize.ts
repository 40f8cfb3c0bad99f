import type {NoticeChange} from './change-notice.ts'
import {dateInWords} from './put-into-words.ts'
import type {Translate} from './wording.ts'

/** Most characters of a summary and of a text message. */
export const SHORT_LENGTH = 140

/** What changes in at most 140 characters: the provider's own words, else the changes against the reader first. */
export function summaryOf(given: string | undefined, changes: readonly NoticeChange[], t: Translate): string {
  if (given !== undefined) return shortened(given, SHORT_LENGTH)
  const substantive = changes.filter(({materiality}) => materiality === 'substantive')
  if (substantive.length === 0) return t(changes.length === 0 ? 'summary-renumbered' : 'summary-editorial', {count: changes.length})
  let text = ''
  let rest = substantive.length
  for (const {places, reason} of groupsOf(substantive, t)) {
    const item = t('summary-item', {place: placesInWords(places, t), reason})
    const next = text === '' ? item : `${text}${t('summary-gap')}${item}`
    const left = rest - places.length
    const whole = left > 0 ? t('summary-more', {text: next, count: left}) : t('summary-end', {text: next})
    if ([...whole].length > SHORT_LENGTH)
      return text === '' ? t('summary-count', {count: substantive.length}) : t('summary-more', {text, count: rest})
    text = next
    rest = left
  }
  return t('summary-end', {text})
}

/** Changes of which the same is to be said, in the order of their weight. */
function groupsOf(changes: readonly NoticeChange[], t: Translate): {readonly reason: string; readonly places: readonly string[]}[] {
  const groups = new Map<string, string[]>()
  for (const {place, reason, needsReview} of [...changes].sort((a, b) => weightOf(a) - weightOf(b))) {
    const said = needsReview ? t('summary-reworded') : firstSentence(reason)
    groups.set(said, [...(groups.get(said) ?? []), place])
  }
  return [...groups].map(([reason, places]) => ({reason, places}))
}

function placesInWords(places: readonly string[], t: Translate): string {
  const shown = places.length > MOST_PLACES ? places.slice(0, MOST_PLACES - 1) : places
  const list = shown.join(t('list-gap'))
  return shown === places ? list : t('summary-places', {list, count: places.length, more: places.length - shown.length})
}

/** Clauses that are named one by one. */
const MOST_PLACES = 3

/** A text message: which agreement, when, what if there is room, and where to read on. */
export function shortTextOf(
  {
    title,
    summary,
    effective,
    href,
  }: {readonly title: string; readonly summary: string; readonly effective: string; readonly href?: string | undefined},
  t: Translate,
): string {
  const date = dateInWords(effective, t)
  const link = href !== undefined && /^https?:/.test(href) ? t('short-link', {href}) : ''
  const candidates = [
    t('short-text', {title, date, summary, link}),
    t('short-text-bare', {title, date, link}),
    t('short-text-bare', {title, date, link: ''}),
  ]
  return (
    candidates.find((text) => [...text].length <= SHORT_LENGTH) ?? shortened(t('short-text-bare', {title, date, link: ''}), SHORT_LENGTH)
  )
}

/** Against the reader first, and what changed in words and figures before what is only marked otherwise. */
function weightOf({direction, kind}: NoticeChange): number {
  return {provider: 0, neutral: 2, user: 4}[direction] + (kind === 'emphasis' ? 1 : 0)
}

function firstSentence(text: string): string {
  return text.replace(/(?<=[。.!]).*$/s, '').replace(/[。.]$/, '')
}

function shortened(text: string, length: number): string {
  const characters = [...text.trim()]
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('')
}
