import type {VersionRequest} from '../../src/index.ts'

/** A request to publish texts by language, with what a test changes. */
export declare function versionRequest(texts: Readonly<Record<string, string>>, options: Partial<VersionRequest>): VersionRequest
