/** Every file of a text, in order, whole or not at all. */
export type {OutputFolder} from './output-folder.ts'
export {type PublishedText, type PublishTools, publishText} from './publish-text.ts'
