import type {Facts} from '../analyze/index.ts'
import type {Agreement} from '../clause-tree/index.ts'
import type {DiffSide} from './change.ts'

/** A version with its facts. */
export interface ComparedVersion {
  readonly agreement: Agreement
  readonly facts: Facts
  /** Permanent clause ids by path, where the version was published. */
  readonly ids?: ReadonlyMap<string, string>
  readonly side?: Omit<DiffSide, 'locale'>
}
