/** Markdown → clause trees and diagnostics. Never throws. */
export {type Parsed, type ParsedAgreement, type ParseOptions, parse} from './parse.ts'
