import type {AgreementDiff, Change, DiffSide, Place} from './diff/index.ts'

/** What `diff --json` prints for one agreement: what differs between two versions, for other programs to read. */
export interface DiffDocument {
  readonly schemaVersion: 1
  /** Version of tokenizer and matcher. */
  readonly engine: string
  readonly from: DiffSide
  readonly to: DiffSide
  readonly summary: AgreementDiff['summary']
  readonly changes: readonly ChangeDocument[]
  readonly replacements: readonly {readonly from: string; readonly to: string; readonly count: number; readonly paths: readonly string[]}[]
  readonly diagnostics: AgreementDiff['diagnostics']
}

/** A change as it is sent. */
export interface ChangeDocument {
  readonly kind: Change['kind']
  readonly aspects: Change['aspects']
  readonly from: readonly Place[]
  readonly to: readonly Place[]
  readonly segments?: NonNullable<Change['segments']>
  readonly rows?: NonNullable<Change['rows']>
  readonly effects: Change['effects']
  readonly materiality: Change['materiality']
  readonly reason: string
  /** Index into `replacements`, where the wording changed by such replacements alone. */
  readonly replacement?: number
}

/** A diff → what other programs read. */
export function toDiffDocument({engine, from, to, summary, changes, replacements, diagnostics}: AgreementDiff): DiffDocument {
  return {
    schemaVersion: 1,
    engine,
    from,
    to,
    summary,
    changes: changes.map(toChangeDocument),
    replacements: replacements.map(({from: old, to: now, count, paths}) => ({from: old, to: now, count, paths})),
    diagnostics,
  }
}

/** A change → what other programs read. */
export function toChangeDocument({
  kind,
  aspects,
  from,
  to,
  segments,
  rows,
  effects,
  materiality,
  reason,
  replacement,
}: Change): ChangeDocument {
  return {
    kind,
    aspects,
    from,
    to,
    ...(segments ? {segments} : {}),
    ...(rows ? {rows} : {}),
    effects,
    materiality,
    reason,
    ...(replacement === undefined ? {} : {replacement}),
  }
}
