/** The HTTP API over published texts and consents. */
export type {ConsentRequest, DiffDocument, ReceiptDocument, WithdrawalRequest} from '../index.ts'
export type {
  AgreementDocument,
  AgreementList,
  AgreementSummary,
  ChangesDocument,
  ClauseHistory,
  ClauseList,
  ClauseSummary,
  ConsentAcknowledgement,
  ConsentDocument,
  Standing,
  TextDocument,
  VersionList,
  VersionSummary,
} from './api-types.ts'
export {createServer, type ServerOptions} from './create-server.ts'
export {createRenditions, type RenditionSource} from './renditions.ts'
export type {Caller, ServerServices, Signing} from './server-services.ts'
export {type RunningServer, startServer} from './start-server.ts'
