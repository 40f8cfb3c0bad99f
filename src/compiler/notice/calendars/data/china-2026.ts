import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2026. */
export const china2026: YearTable = {
  year: 2026,
  source: 'General Office of the State Council, 关于2026年部分节假日安排的通知 of 2025-11-04',
  retrieved: '2026-11-28',
  off: ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
  work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
}
