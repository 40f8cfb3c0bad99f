import type {ConsentDraft} from '../../src/consent/index.ts'

/** A consent to a text of the fictional provider, new each time, that can be appended as it is. */
export declare function draftOf(subject?: string): ConsentDraft
