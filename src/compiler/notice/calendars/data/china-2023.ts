import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2023. */
export const china2023: YearTable = {
  year: 2023,
  source: 'General Office of the State Council, 国办发明电〔2022〕16号 of 2022-12-08',
  retrieved: '2026-11-28',
  off: ['01-01/01-02', '01-21/01-27', '04-05', '04-29/05-03', '06-22/06-24', '09-29/10-06'],
  work: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
}
