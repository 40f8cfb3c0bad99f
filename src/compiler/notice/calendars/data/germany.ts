import type {WorkCalendar} from '../work-calendar.ts'

const SOURCE =
  'nationwide holidays: holiday laws of all sixteen states, Unification Treaty art. 2(2); holidays of single states are left out'

/** Public holidays of Germany. */
export const germany: WorkCalendar = {
  id: 'DE',
  years: [
    {
      year: 2024,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '03-29', '04-01', '05-01', '05-09', '05-20', '10-03', '12-25/12-26'],
      work: [],
    },
    {
      year: 2025,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '04-18', '04-21', '05-01', '05-29', '06-09', '10-03', '12-25/12-26'],
      work: [],
    },
    {
      year: 2026,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25/12-26'],
      work: [],
    },
    {
      year: 2027,
      source: SOURCE,
      retrieved: '2026-11-28',
      off: ['01-01', '03-26', '03-29', '05-01', '05-06', '05-17', '10-03', '12-25/12-26'],
      work: [],
    },
  ],
}
