import type {Type} from 'typebox'
import type {DiffDocument, ShownText} from '../index.ts'
import type * as agreements from './schemas/agreement-schemas.ts'
import type * as consents from './schemas/consent-schemas.ts'
import type {changesSchema} from './schemas/diff-schemas.ts'

// Types of what the API sends, out of the schemas that the OpenAPI document is made of; where these refer to one another, so do these.

/** A version in a listing. */
export type VersionSummary = Type.Static<typeof agreements.versionSummarySchema>

/** An agreement with what binds at a moment and what is announced. */
export type AgreementSummary = Omit<Type.Static<typeof agreements.agreementSchema>, 'current' | 'upcoming'> & {
  current?: VersionSummary
  upcoming: VersionSummary[]
}

/** A page of agreements. */
export type AgreementList = Omit<Type.Static<typeof agreements.agreementListSchema>, 'agreements'> & {agreements: AgreementSummary[]}

/** One agreement at a moment. */
export type AgreementDocument = Omit<Type.Static<typeof agreements.agreementDocumentSchema>, 'agreement'> & {agreement: AgreementSummary}

/** A page of versions. */
export type VersionList = Omit<Type.Static<typeof agreements.versionListSchema>, 'versions'> & {versions: VersionSummary[]}

/** A text as clause tree and facts, with the consent metadata that `shown` of a consent takes. */
export type TextDocument = Omit<Type.Static<typeof agreements.textDocumentSchema>, 'consentMetadata'> & {consentMetadata: ShownText}

/** A clause of a version. */
export type ClauseSummary = Type.Static<typeof agreements.clauseSchema>

/** All clauses of a version. */
export type ClauseList = Omit<Type.Static<typeof agreements.clauseListSchema>, 'clauses'> & {clauses: ClauseSummary[]}

/** A clause through all versions. */
export type ClauseHistory = Omit<Type.Static<typeof agreements.clauseHistorySchema>, 'versions'> & {
  versions: {version: string; effectiveAt: string; isUnchanged: boolean; clause: ClauseSummary}[]
}

/** What changed since a consent, a version or a day. */
export type ChangesDocument = Omit<Type.Static<typeof changesSchema>, 'diff'> & {diff: DiffDocument}

/** What a caller is told once a record is durable. */
export type ConsentAcknowledgement = Type.Static<typeof consents.acknowledgementSchema>

/** A consent record without personal data. */
export type ConsentDocument = Type.Static<typeof consents.consentDocumentSchema>

/** Where a subject stands with an agreement. */
export type Standing = Type.Static<typeof consents.standingSchema>
