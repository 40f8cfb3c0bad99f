import type {YearTable} from '../work-calendar.ts'

/** Days off and make-up working days in the PRC in 2025. */
export const china2025: YearTable = {
  year: 2025,
  source: 'General Office of the State Council, 国办发明电〔2024〕12号 of 2024-11-12',
  retrieved: '2026-11-28',
  off: ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
  work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
}
