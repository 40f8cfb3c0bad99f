/** Text and dates in, data out: the pipeline on one screen is compile.ts. */
export {type CompiledAgreement, compile} from './compile.ts'
export {agreementTitle, type InspectedAgreement, type InspectedClause, type Inspection, toInspection} from './inspection.ts'
