import type {WorkCalendar} from './calendars/work-calendar.ts'
import {workCalendars} from './calendars/work-calendars.ts'
import {noticeRules} from './rules/index.ts'
import type {NoticeRule} from './rules/notice-rule.ts'

/** The law that dates are judged by, given as an argument so that a project can bring its own. */
export interface LawTables {
  readonly rules: readonly NoticeRule[]
  readonly calendars: readonly {readonly calendar: WorkCalendar; readonly timeZones: RegExp}[]
}

/** The tables that come with the compiler. */
export const lawTables: LawTables = {rules: noticeRules, calendars: workCalendars}
