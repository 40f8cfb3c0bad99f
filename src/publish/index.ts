/** Every file of a text, in order, whole or not at all. */

export {agreementFinish, type PrintedEdition} from './agreement-finish.ts'
export type {OutputFolder} from './output-folder.ts'
export {planVersion, type VersionPlan} from './plan-version.ts'
export {type PublishedText, type PublishTools, publishText} from './publish-text.ts'
export type {Verification, VerificationCheck, VerifiedSubject} from './verification.ts'
export {verifyPdf} from './verify-pdf.ts'
export type {PublishedRecord} from './verify-with-manifest.ts'
export type {Refusal, RuleOverride, VersionRequest, VersionTools, WorkingText} from './version-request.ts'
export type {VersionFiles, VersionStore} from './version-store.ts'
