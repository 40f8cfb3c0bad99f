/** Markdown → clause trees and diagnostics. Never throws. */
export {type ParsedAgreement, type Parsed, type ParseOptions, parse} from './parse.ts'
export {parseMarkdown} from './parse-markdown.ts'
