/** Clause tree → facts, keyed by clause path. The tree is not touched. */
export {analyze} from './analyze.ts'
export {type ClauseText, clauseTexts} from './clause-text.ts'
export {type CalendarDate, datesIn} from './dates.ts'
export {type Duration, durationsIn} from './durations.ts'
export type {
  AmountFact,
  DateFact,
  EmphasisFact,
  Facts,
  ForumFact,
  LimitationFact,
  LimitationKind,
  NoticePeriodFact,
  PartyFact,
  ReferenceFact,
  ServiceLevelFact,
  TermFact,
} from './facts.ts'
export {type Money, moneyIn, type Percentage, percentagesIn} from './quantities.ts'
export {hasNumeral, readNumber} from './read-number.ts'
export {referencePlaces} from './references/index.ts'
export {matchesIn} from './search/matches-in.ts'
