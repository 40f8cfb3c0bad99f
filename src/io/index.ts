/** The outside: folders, git, the browser and its fonts. Implements the ports of the layers below. */
export {OperationalError} from './operational-error.ts'
export {findProject, type Project, type ProjectAgreement, readProject, SettingsError} from './project-folder.ts'
export {readText} from './read-text.ts'
export {type ReferenceSite, readAgreementText, readReference, type SourceText} from './source-reference.ts'
export {writeWhole} from './write-whole.ts'
