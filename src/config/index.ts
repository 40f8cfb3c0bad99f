/** Settings: one schema each for type, validation and documentation. YAML text → settings or diagnostics. */
export {type AgreementSettings, agreementSettingsSchema} from './agreement-settings.ts'
export {parametersFor} from './parameters-for.ts'
export {type ProjectSettings, projectSettingsSchema} from './project-settings.ts'
export {readRecord} from './read-record.ts'
export {type ReadSettings, readSettings} from './read-settings.ts'
