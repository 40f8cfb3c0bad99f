import type {
  AgreementDocument,
  AgreementList,
  ChangesDocument,
  ClauseHistory,
  ClauseList,
  ConsentAcknowledgement,
  ConsentDocument,
  ConsentRequest,
  DiffDocument,
  ReceiptDocument,
  Standing,
  TextDocument,
  VersionList,
  WithdrawalRequest,
} from '../server/index.ts'
import {type ApiRequest, type ClientOptions, sendRequest} from './send-request.ts'

/** A page of a listing: `next` of the page before, and how many entries. */
export interface PageOptions {
  readonly cursor?: string
  readonly limit?: number
}

/** Language of a text (BCP 47); the best of the client's languages where absent. */
export interface LocaleOption {
  readonly locale?: string
}

/** The API as functions. Each throws a `ProblemError` where the server refuses. */
export interface Client {
  readonly agreements: (page?: PageOptions) => Promise<AgreementList>
  /** As it is in force, or was at a day or an instant. */
  readonly agreement: (id: string, options?: {readonly at?: string}) => Promise<AgreementDocument>
  /** The newest first. */
  readonly versions: (id: string, page?: PageOptions) => Promise<VersionList>
  /** Clause tree, facts, and what a consent to this text names as `shown`. */
  readonly text: (id: string, version: string, options?: LocaleOption) => Promise<TextDocument>
  readonly clauses: (id: string, version: string, options?: LocaleOption) => Promise<ClauseList>
  /** A clause through all versions, by its permanent id. */
  readonly clauseHistory: (id: string, clause: string, options?: LocaleOption) => Promise<ClauseHistory>
  /** The change notice as it was published, in Markdown. */
  readonly notice: (id: string, version: string, options?: LocaleOption) => Promise<string>
  readonly diff: (id: string, versions: {readonly from: string; readonly to?: string} & LocaleOption) => Promise<DiffDocument>
  /** What changed since a consent record, a version or a day, net over the versions in between. */
  readonly changes: (id: string, options: {readonly since: string} & LocaleOption) => Promise<ChangesDocument>
  /** Records a consent; the key names the act, and is made where absent. */
  readonly recordConsent: (request: ConsentRequest, idempotencyKey?: string) => Promise<ConsentAcknowledgement>
  readonly withdraw: (recordId: string, request: WithdrawalRequest, idempotencyKey?: string) => Promise<ConsentAcknowledgement>
  readonly consent: (recordId: string) => Promise<ConsentDocument>
  readonly receipt: (recordId: string) => Promise<ReceiptDocument>
  /** Proof that the record is in the log (C2SP tlog-proof). */
  readonly proof: (recordId: string) => Promise<string>
  /** Whether a subject must agree, or agree again, and why. */
  readonly standing: (subject: string, id: string, options?: {readonly recordType?: 'acceptance' | 'consent'}) => Promise<Standing>
  /** Erases what is personal of all records of a subject. */
  readonly erase: (subject: string) => Promise<{readonly erased: number}>
}

/** A client of the HTTP API, for browsers and servers: `fetch`, and nothing else. */
export function createClient(options: ClientOptions): Client {
  const json = async <T>(request: ApiRequest): Promise<T> => (await sendRequest(options, request)).json() as Promise<T>
  const text = async (request: ApiRequest) => (await sendRequest(options, request)).text()
  const get = <T>(path: readonly string[], query?: ApiRequest['query']) => json<T>({method: 'GET', path, query})
  const post = <T>(path: readonly string[], body: object, idempotencyKey: string = crypto.randomUUID()) =>
    json<T>({method: 'POST', path, body, idempotencyKey})
  return {
    agreements: (page) => get(['agreements'], {...page}),
    agreement: (id, {at} = {}) => get(['agreements', id], {at}),
    versions: (id, page) => get(['agreements', id, 'versions'], {...page}),
    text: (id, version, {locale} = {}) => get(['agreements', id, 'versions', `${version}.json`], {locale}),
    clauses: (id, version, {locale} = {}) => get(['agreements', id, 'versions', version, 'clauses'], {locale}),
    clauseHistory: (id, clause, {locale} = {}) => get(['agreements', id, 'clauses', clause, 'history'], {locale}),
    notice: (id, version, {locale} = {}) =>
      text({method: 'GET', path: ['agreements', id, 'versions', version, 'notice'], query: {locale}, accept: 'text/markdown'}),
    diff: (id, {from, to, locale}) => get(['agreements', id, 'diff'], {from, to, locale, form: 'json'}),
    changes: (id, {since, locale}) => get(['agreements', id, 'changes'], {since, locale}),
    recordConsent: (request, key) => post(['consents'], request, key),
    withdraw: (recordId, request, key) => post(['consents', recordId, 'withdrawal'], request, key),
    consent: (recordId) => get(['consents', recordId]),
    receipt: (recordId) => get(['consents', recordId, 'receipt']),
    proof: (recordId) => text({method: 'GET', path: ['consents', recordId, 'proof'], accept: 'text/plain'}),
    standing: (subject, id, {recordType} = {}) => get(['subjects', subject, 'agreements', id], {recordType}),
    erase: (subject) => json({method: 'DELETE', path: ['subjects', subject]}),
  }
}
