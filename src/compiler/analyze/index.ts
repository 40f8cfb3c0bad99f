/** Clause tree → facts, keyed by clause path. The tree is not touched. */
export {analyze} from './analyze.ts'
export {type ClauseText, clauseTexts} from './clause-text.ts'
export type {
  DateFact,
  EmphasisFact,
  Facts,
  ForumFact,
  LimitationFact,
  LimitationKind,
  NoticePeriodFact,
  PartyFact,
  ReferenceFact,
  TermFact,
} from './facts.ts'
export {readNumber} from './read-number.ts'
