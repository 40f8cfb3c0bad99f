import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2022. */
export const china2022: YearTable = {
  year: 2022,
  source: 'General Office of the State Council, 国办发明电〔2021〕11号 of 2021-10-25; 31 December by 国办发明电〔2022〕16号',
  retrieved: '2026-11-28',
  off: ['01-01/01-03', '01-31/02-06', '04-03/04-05', '04-30/05-04', '06-03/06-05', '09-10/09-12', '10-01/10-07', '12-31'],
  work: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
}
