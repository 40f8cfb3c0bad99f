import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2020. */
export const china2020: YearTable = {
  year: 2020,
  source:
    'General Office of the State Council, 国办发明电〔2019〕16号 of 2019-11-21; Spring Festival extended by 国办发明电〔2020〕1号 of 2020-01-26',
  retrieved: '2026-11-28',
  off: ['01-01', '01-24/02-02', '04-04/04-06', '05-01/05-05', '06-25/06-27', '10-01/10-08'],
  work: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
}
