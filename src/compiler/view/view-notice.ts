import type {ChangeNotice, NoticeChange} from '../notice/index.ts'
import {dateInWords, localDate} from '../notice/index.ts'
import {directionOf} from './direction.ts'
import {changeTexts} from './notice/change-texts.ts'
import {appendixOf} from './notice/notice-appendix.ts'
import {sectionsOf} from './notice/notice-sections.ts'
import type {NoticeChangeView, NoticeDateView, NoticeGroupView, NoticeView} from './notice-view.ts'
import {type HeadView, SILENT_HEAD} from './page-view.ts'
import type {RedlineView} from './redline-view.ts'
import type {Translate} from './translator.ts'

/** A notice as data and the redline of the same two versions → all that a renderer sees, in words. */
export function viewNotice(notice: ChangeNotice, redline: RedlineView, t: Translate, head: HeadView = SILENT_HEAD): NoticeView {
  const {title, provider} = notice
  return {
    type: 'notice',
    locale: notice.locale,
    direction: directionOf(notice.locale),
    title: t('notice-title', {title}),
    head,
    agreement: title,
    ...(provider === undefined ? {} : {provider}),
    lead: t('notice-lead', {title}),
    glance: glanceOf(notice, t),
    groups: groupsOf(notice, redline, t),
    sections: sectionsOf(notice, t),
    date: dateOf(notice, t),
    appendix: appendixOf(notice, t),
    shortText: notice.shortText,
  }
}

function glanceOf(notice: ChangeNotice, t: Translate): NoticeView['glance'] {
  const {title, provider, requiresReconsent, effectiveAt, publishedAt, timeZone, deliveredVia} = notice
  const date = dateInWords(effectiveAt.slice(0, 10), t)
  const time = effectiveAt.slice(11, 16)
  return [
    {term: t('notice-what'), words: notice.summary},
    {term: t('notice-when'), words: t(time === '00:00' ? 'notice-when-value' : 'notice-when-time', {date, time, zone: timeZone})},
    {
      term: t('notice-who'),
      words: t('notice-who-value', {title, provider: provider === undefined ? t('notice-who-us') : t('notice-who-provider', {provider})}),
    },
    {term: t('notice-do'), words: t(`notice-do-${requiresReconsent.decision}`)},
    {term: t('notice-announced'), words: dateInWords(localDay(publishedAt, timeZone), t)},
    ...(deliveredVia.length > 0 ? [{term: t('notice-delivered'), words: deliveredVia.join(t('list-gap'))}] : []),
    {term: t('notice-versions'), words: t('notice-versions-value', {from: notice.fromVersion, to: notice.toVersion})},
  ]
}

/** Groups in the order in which a reader should see them. */
const GROUPS: readonly {readonly id: NoticeGroupView['id']; readonly holds: (change: NoticeChange) => boolean}[] = [
  {id: 'against-you', holds: ({materiality, direction}) => materiality === 'substantive' && direction === 'provider'},
  {id: 'open', holds: ({materiality, needsReview}) => materiality === 'substantive' && needsReview},
  {id: 'for-you', holds: ({materiality, direction}) => materiality === 'substantive' && direction === 'user'},
  {
    id: 'neutral',
    holds: ({materiality, direction, needsReview}) => materiality === 'substantive' && direction === 'neutral' && !needsReview,
  },
  {id: 'editorial', holds: ({materiality}) => materiality === 'editorial'},
]

function groupsOf({changes}: ChangeNotice, redline: RedlineView, t: Translate): NoticeGroupView[] {
  return GROUPS.flatMap(({id, holds}) => {
    const own = changes.flatMap((change, index) => (holds(change) ? [changeView(change, index, redline, t)] : []))
    return own.length > 0 ? [{id, title: t(`notice-${id}`, {count: own.length}), changes: own}] : []
  })
}

function changeView(change: NoticeChange, index: number, redline: RedlineView, t: Translate): NoticeChangeView {
  const told = redline.changes[index]
  const heading = headingOf(change)
  const kinds = [...new Set([...change.limitationKindsBefore, ...change.limitationKindsAfter])]
  return {
    anchor: `change-${index + 1}`,
    place: change.place,
    ...(heading === undefined ? {} : {heading}),
    title: t('notice-change-title', {clause: heading === undefined ? change.place : `${change.place} ${heading}`, kind: told?.title ?? ''}),
    kind: told?.title ?? '',
    reason: change.reason,
    notes: [
      ...(kinds.length > 0 ? [t('notice-limits', {kinds: kinds.map((kind) => t(kind)).join(t('list-gap'))})] : []),
      ...(change.override ? [t('notice-judged')] : []),
    ],
    ...changeTexts(redline, index + 1, t),
  }
}

/** A run-in title without the colon that parts it from its text. */
function headingOf({heading}: NoticeChange): string | undefined {
  return heading?.replace(/[\s:：]+$/, '')
}

function dateOf(notice: ChangeNotice, t: Translate): NoticeDateView {
  const {earliestEffective, effectiveAt, bindingRule, rules, overrides} = notice
  const effective = dateInWords(effectiveAt.slice(0, 10), t)
  const binding = rules.find(({id}) => id === bindingRule)
  return {
    title: t('notice-date'),
    paragraphs: [
      earliestEffective
        ? t('notice-date-lead', {
            effective,
            strict: dateInWords(earliestEffective.strict, t),
            customary: dateInWords(earliestEffective.customary, t),
          })
        : t('notice-date-open', {effective}),
      ...(binding ? [t('notice-binding', {basis: binding.basis})] : []),
    ],
    columns: {rule: t('notice-rule'), result: t('notice-verdict'), computation: t('notice-computation')},
    rules: rules.map(({id, basis, verdict, explanation}) => {
      const override = overrides.find(({rule}) => rule === id)
      return {
        basis,
        verdict,
        result: t(`notice-verdict-${verdict}`),
        explanation,
        ...(override ? {override: t('notice-override', {reason: override.reason})} : {}),
      }
    }),
  }
}

function localDay(moment: string, timeZone: string): string {
  return moment.includes('T') ? localDate(moment, timeZone).toString() : moment
}
