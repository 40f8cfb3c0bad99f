/** Views → plain text for terminals and mail. */

export {renderNoticeText} from './render-notice-text.ts'
export {type RedlineInk, renderRedlineText} from './render-redline-text.ts'
