/** Views → Markdown for pull requests and mail. */
export {renderNoticeMarkdown} from './render-notice-markdown.ts'
export {renderRedlineMarkdown} from './render-redline-markdown.ts'
