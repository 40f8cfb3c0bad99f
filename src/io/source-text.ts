import type {Version} from '../compiler/index.ts'
import type {ProjectAgreement} from './project-folder.ts'

/** A text that a command was given, with all that is known of it. */
export interface SourceText {
  /** How messages call it: a path as given, `standard input`, `git:…`. */
  readonly name: string
  readonly text: string
  /** Language by file name or settings. */
  readonly locale?: string
  readonly agreement?: ProjectAgreement
  /** The published version that the text is frozen in; absent for working texts. */
  readonly version?: Version
  /** File that can be written back, absolute; absent for what never changes. */
  readonly file?: string
}

/** Where references are looked up. */
export interface ReferenceSite {
  /** Folder that relative paths start from. */
  readonly folder: string
  /** Language wanted of an agreement of the project. */
  readonly locale?: string | undefined
}
