import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2024. */
export const china2024: YearTable = {
  year: 2024,
  source: 'General Office of the State Council, 国办发明电〔2023〕7号 of 2023-10-25',
  retrieved: '2026-11-28',
  off: ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
  work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
}
