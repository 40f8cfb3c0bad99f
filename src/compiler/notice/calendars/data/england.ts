import type {WorkCalendar} from '../work-calendar.ts'

const SOURCE = 'Banking and Financial Dealings Act 1971, sch. 1, with substitute days'

/** Public holidays of England and Wales. */
export const england: WorkCalendar = {
  id: 'UK',
  years: [
    {
      year: 2024,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25/12-26'],
      work: [],
    },
    {
      year: 2025,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25/12-26'],
      work: [],
    },
    {
      year: 2026,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25/12-28'],
      work: [],
    },
    {
      year: 2027,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-25/12-28'],
      work: [],
    },
  ],
}
