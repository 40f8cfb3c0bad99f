/** Changes → what law, agreement and interest make of them: dates, consent, and the notice as data. Laws and calendars are tables. */
export type {MissingTable} from './calendars/work-calendar.ts'
export {type DateJudgement, type DateQuestion, judgeDates} from './judge-dates.ts'
export {type LatestAnnouncement, latestAnnouncement} from './latest-announcement.ts'
export {type LawTables, lawTables} from './law-tables.ts'
export type {NoticePolicy, NoticeProfile, NoticeTrigger} from './notice-profile.ts'
export {putAllIntoWords, putIntoWords} from './put-into-words.ts'
export type {RuleVerdict} from './rule-verdict.ts'
export type {Translate, Wording} from './wording.ts'
