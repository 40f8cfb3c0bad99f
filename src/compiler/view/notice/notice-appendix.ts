import type {ChangeNotice} from '../../notice/index.ts'
import type {NoticeSectionView} from '../notice-view.ts'
import type {Translate} from '../translator.ts'

/** Where the texts are, which versions there were, whom to ask, and the fingerprints that prove the texts; empty parts are left out. */
export function appendixOf(notice: ChangeNotice, t: Translate): NoticeSectionView[] {
  const {fullText, fromVersion, toVersion, history, contact, hashes} = notice
  const link = (words: string, href: string | undefined) => (href === undefined ? [] : [{words, href}])
  const parts: NoticeSectionView[] = [
    {
      id: 'texts',
      title: t('notice-texts'),
      paragraphs: [],
      items: [
        ...link(t('notice-text-new', {version: toVersion}), fullText.new),
        ...link(t('notice-text-old', {version: fromVersion}), fullText.old),
        ...link(t('notice-text-redline'), fullText.redline),
      ],
    },
    {
      id: 'history',
      title: t('notice-history'),
      paragraphs: [],
      items: history.map(({version, effectiveAt, href}) => ({
        words: effectiveAt === undefined ? version : t('notice-history-item', {version, date: shortDate(effectiveAt, t)}),
        ...(href === undefined ? {} : {href}),
      })),
    },
    {
      id: 'contact',
      title: t('notice-contact'),
      paragraphs: contact.length > 0 ? [t('notice-contact-lead')] : [],
      items: contact.map((words) => ({words})),
    },
    {
      id: 'hashes',
      title: t('notice-hashes'),
      paragraphs: [],
      items: [
        [t('notice-text-new', {version: toVersion}), hashes.new.sourceSha256],
        [t('notice-text-old', {version: fromVersion}), hashes.old.sourceSha256],
      ].flatMap(([name, hash]) => (hash === undefined ? [] : [{words: `${name}${t('term-gap')}${hash}`}])),
    },
  ]
  return parts.filter(({paragraphs, items}) => paragraphs.length + items.length > 0)
}

/** The day of an instant, without its day of the week. */
function shortDate(instant: string, t: Translate): string {
  const [year = '', month = '', day = ''] = instant
    .slice(0, 10)
    .split('-')
    .map((part) => `${Number(part)}`)
  return t('date', {year, month, day})
}
