/** Every file of a text, in order, whole or not at all. */

export {agreementFinish, type PrintedEdition} from './agreement-finish.ts'
export {planVersion, type VersionPlan} from './plan-version.ts'
export {buildSite, type SiteReport} from './site/build-site.ts'
export type {BuildProgress} from './site/run-tasks.ts'
export type {SiteFolder} from './site/site-folder.ts'
export type {SiteAgreement, SiteRequest, SiteSource, SiteTools} from './site/site-source.ts'
export type {Verification, VerificationCheck, VerifiedSubject} from './verification.ts'
export {verifyPdf} from './verify-pdf.ts'
export {type FolderFiles, verifyVersionFolder, verifyVersions} from './verify-versions.ts'
export type {PublishedRecord} from './verify-with-manifest.ts'
export type {Refusal, RuleOverride, VersionRequest, VersionTools, WorkingText} from './version-request.ts'
export type {VersionFiles, VersionStore} from './version-store.ts'
