import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2021. */
export const china2021: YearTable = {
  year: 2021,
  source: 'General Office of the State Council, 国办发明电〔2020〕27号 of 2020-11-25',
  retrieved: '2026-11-28',
  off: ['01-01/01-03', '02-11/02-17', '04-03/04-05', '05-01/05-05', '06-12/06-14', '09-19/09-21', '10-01/10-07'],
  work: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
}
