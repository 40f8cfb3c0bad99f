/** Markdown → clause trees and diagnostics. Never throws. */
export {isAgreementName, isCoverHeading} from './agreement-names.ts'
export {type LabelReading, readLabels} from './labels/read-labels.ts'
export {isTitleLike} from './lines/title-like.ts'
export {type Parsed, type ParsedAgreement, type ParseOptions, parse} from './parse.ts'
