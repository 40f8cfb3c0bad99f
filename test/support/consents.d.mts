import type {ConsentDraft, ConsentRequest, PublishedVersion, VersionText} from '../../src/consent/index.ts'

/** A text of the fictional provider as it was published. */
export declare const published: VersionText

/** Its history. */
export declare const history: readonly PublishedVersion[]

/** A request that is in order, with what a test changes. */
export declare function request(changes?: Partial<Extract<ConsentRequest, {recordType: 'acceptance'}>>): ConsentRequest

/** Facts of the server, new for each record. */
export declare function server(at?: string): {readonly recordId: string; readonly at: string; readonly salt: string}

/** A consent to the text, new each time, that can be appended as it is. */
export declare function draftOf(subject?: string): ConsentDraft
