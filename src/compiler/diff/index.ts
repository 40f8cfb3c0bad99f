/** Two clause trees → what differs, clause by clause. Knows text; what law makes of it is for notice. */

export {heaviestIncreasing} from './alignment/increasing.ts'
export {contentOf, type Unit, unitsOf, unitText} from './alignment/unit.ts'
export {carryClauseIds, type IdentifiedVersion} from './carry-clause-ids.ts'
export type {AgreementDiff, Aspect, Change, ChangeKind, DiffDiagnostic, DiffSide, Effect, Place, Replacement} from './change.ts'
export {compareAgreements, DIFF_ENGINE} from './compare-agreements.ts'
export type {CellChange, RowChange} from './compare-tables.ts'
export type {ComparedVersion} from './compared-version.ts'
export {type AgreementPair, pairAgreements} from './pair-agreements.ts'
export {pairTables} from './pair-tables.ts'
export {applyPatch, type Patch, type PatchStep, patchBetween} from './patch.ts'
export type {Segment} from './wording/wording.ts'
