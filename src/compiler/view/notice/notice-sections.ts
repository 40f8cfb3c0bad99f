import {type ChangeNotice, dateInWords} from '../../notice/index.ts'
import type {NoticeSectionView} from '../notice-view.ts'
import type {Translate} from '../translator.ts'

/** What the reader has to know beside the changes: numbers, consent, refusal, silence, comments, transition. */
export function sectionsOf(notice: ChangeNotice, t: Translate): NoticeSectionView[] {
  const {renumbered, requiresReconsent, ifYouDoNotAgree, meaningOfSilence, commentPeriod, transitionEnd} = notice
  const {decision, because, override} = requiresReconsent
  return [
    ...(renumbered.length > 0
      ? [
          section(
            'renumbered',
            t('notice-renumbered'),
            [t('notice-renumbered-lead')],
            renumbered.map(({text}) => text),
          ),
        ]
      : []),
    section(
      'reconsent',
      t('notice-reconsent'),
      [t(`notice-reconsent-${decision}`), ...(override ? [t('notice-reconsent-override', {reason: override.reason})] : [])],
      override ? [] : because.map(({text}) => text),
    ),
    section(
      'disagree',
      t('notice-disagree'),
      [t('notice-deadline', {date: dateInWords(ifYouDoNotAgree.deadline, t)})],
      ifYouDoNotAgree.rights.map(({text}) => text),
    ),
    section('silence', t('notice-silence'), [meaningOfSilence]),
    ...(commentPeriod ? [section('comment', t('notice-comment'), [commentPeriod.explanation])] : []),
    ...(transitionEnd === undefined
      ? []
      : [section('transition', t('notice-transition'), [t('notice-transition-value', {date: dateInWords(transitionEnd, t)})])]),
  ]
}

function section(id: string, title: string, paragraphs: readonly string[], items: readonly string[] = []): NoticeSectionView {
  return {id, title, paragraphs, items: items.map((words) => ({words}))}
}
