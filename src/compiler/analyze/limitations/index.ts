/** Where clauses limit rights: phrase tables in kinds/, the engine in find-limitations.ts. */
export {findLimitations} from './find-limitations.ts'
