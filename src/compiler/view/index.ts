/** Trees, facts, changes and notices → numbered blocks with marks: all that a renderer sees. */
export type {AgreementView, BodyView, CellView, ClauseView, ContentsEntry, EditionView, LimitingEntry, SpanView} from './agreement-view.ts'
export {type ConsentMetadata, type ConsentSource, type ConspicuousClause, consentMetadata} from './consent-metadata.ts'
export {type ViewOptions, viewAgreement} from './view-agreement.ts'
