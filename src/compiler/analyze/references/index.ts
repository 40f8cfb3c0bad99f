/** Which clauses and documents a text refers to: tables of phrases, what they mean, and the engine in find-references.ts. */
export {findReferences} from './find-references.ts'
export {referencePlaces} from './reference-places.ts'
