import type {Position} from 'unist'

/** How bad it is: an `error` keeps a version from being published. */
export type Severity = 'error' | 'warning' | 'info'

/** What we tell the author about a place in the source. Text never throws; it yields diagnostics. */
export interface Diagnostic {
  /** Stable kebab-case name of the rule; documented in docs/diagnostics.md. */
  readonly ruleId: string
  readonly severity: Severity
  /** One sentence `Unexpected X, expected Y` without a full stop. */
  readonly message: string
  /** File name as the caller gave it. */
  readonly file?: string
  /** Path of the clause. */
  readonly path?: string
  readonly position?: Position
  readonly expected?: string
  readonly actual?: string
  /** Other places that have to do with it. */
  readonly related?: readonly RelatedPlace[]
  readonly fix?: Fix
}

/** Another place that a diagnostic speaks of. */
export interface RelatedPlace {
  readonly message: string
  readonly path?: string
  readonly position: Position
}

/** A safe change of the source: replaces the range of the position by `text`. Never touches words. */
export interface Fix {
  readonly description: string
  readonly edits: readonly {readonly position: Position; readonly text: string}[]
}
