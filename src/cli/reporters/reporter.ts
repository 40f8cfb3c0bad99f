import type {Diagnostic} from '../../index.ts'

/** What a checked file gave. */
export interface CheckedFile {
  /** As the messages call it. */
  readonly name: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Checked files → what is printed. */
export type Reporter = (files: readonly CheckedFile[]) => string

/** Page of a rule in the documentation. */
export function ruleUrl(ruleId: string): string {
  return `docs/diagnostics.md#${ruleId}`
}
