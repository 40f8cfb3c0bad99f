/** Trees, facts, changes and notices → numbered blocks with marks: all that a renderer sees. */
export type {AgreementView, BodyView, CellView, ClauseView, ContentsEntry, LimitingEntry, SpanView} from './agreement-view.ts'
export {clauseAnchor} from './anchor.ts'
export {type ConsentMetadata, type ConsentSource, type ConspicuousClause, consentMetadata} from './consent-metadata.ts'
export {directionOf} from './direction.ts'
export type {EditionLink, EditionView, VersionLink} from './edition-view.ts'
export type {HistoryEntry, HistoryView} from './history-view.ts'
export {labelGap} from './label-gap.ts'
export {noticeLanguage} from './notice/notice-language.ts'
export type {NoticeChangeView, NoticeRunView, NoticeSectionView, NoticeTextView, NoticeView} from './notice-view.ts'
export {absoluteAddress, type PageAddress} from './page-head.ts'
export {type HeadLink, type HeadView, type PageView, SILENT_HEAD} from './page-view.ts'
export type {
  RedlineBlock,
  RedlineChange,
  RedlineLine,
  RedlineNote,
  RedlineOp,
  RedlineRow,
  RedlineRun,
  RedlineSide,
  RedlineStatus,
  RedlineView,
} from './redline-view.ts'
export {languageName, type Messages, type Translate, translator} from './translator.ts'
export {type ViewOptions, viewAgreement} from './view-agreement.ts'
export {type HistorySource, viewHistory} from './view-history.ts'
export {viewNotice} from './view-notice.ts'
export {type RedlineInput, viewRedline} from './view-redline.ts'
export {type ClauseWords, foldWords, viewWords} from './view-words.ts'
