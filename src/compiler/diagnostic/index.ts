/** What we tell the author. */
export type {Diagnostic, Fix, RelatedPlace, Severity} from './diagnostic.ts'
