/** Files that legal teams have → agreements as canonical Markdown, with an account of every character. */
export type {TrackedChanges} from './docx/settle-tracked-changes.ts'
export {type ImportedDocument, type ImportSource, importDocument, maxSourceBytes} from './import-document.ts'
export type {ImportRefusal} from './import-refusal.ts'
export type {DroppedText, Repair, Substitution} from './import-report.ts'
export {settingsYaml} from './settings-yaml.ts'
export type {ImportedAgreement} from './split-agreements.ts'
