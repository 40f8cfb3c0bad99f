/** Markdown → clause trees and diagnostics. Never throws. */
export {isAgreementName, isCoverHeading} from './agreement-names.ts'
export {type Parsed, type ParsedAgreement, type ParseOptions, parse} from './parse.ts'
export {type LabelReading, readLabels} from './read-labels.ts'
export {isTitleLike} from './title-like.ts'
