/** Views → plain text for terminals and mail. */
export {type RedlineInk, renderRedlineText} from './render-redline-text.ts'
