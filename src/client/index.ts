/** A client of the HTTP API for browsers and servers; what it imports are types only. */
export {type Client, createClient, type LocaleOption, type PageOptions} from './create-client.ts'
export {ProblemError} from './problem-error.ts'
export type {ClientOptions} from './send-request.ts'
