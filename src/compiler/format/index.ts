/** Clause trees → canonical Markdown, from which the same trees parse. */
export {formatAgreements} from './format-agreements.ts'
export {phrasing} from './phrasing.ts'
export {stringifyMarkdown} from './stringify-markdown.ts'
