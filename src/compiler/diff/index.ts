/** Two clause trees → what differs, clause by clause. Knows text; what law makes of it is for notice. */
export type {AgreementDiff, Aspect, Change, ChangeKind, DiffDiagnostic, DiffSide, Effect, Place, Replacement} from './change.ts'
export {type ComparedVersion, compareAgreements, DIFF_ENGINE} from './compare-agreements.ts'
export type {Segment} from './wording.ts'
