import chineseDays from 'chinese-days'
import {Temporal} from 'temporal-polyfill'
import {describe, expect, it} from 'vitest'
import {addWorkingDays, isWorkingDay, workingDayFrom} from '../src/compiler/notice/calendars/work-calendar.ts'
import {workCalendars} from '../src/compiler/notice/calendars/work-calendars.ts'

const calendarOf = (id: string) => workCalendars.find(({calendar}) => calendar.id === id)?.calendar
const china = calendarOf('CN')

describe('the working days of the PRC', () => {
  it.each(china?.years.map(({year}) => year) ?? [])('are those of an independent table on every day of %i', (year) => {
    const differing: string[] = []
    for (let day = new Temporal.PlainDate(year, 1, 1); day.year === year; day = day.add({days: 1}))
      if (isWorkingDay(day, china) !== chineseDays.isWorkday(day.toString())) differing.push(day.toString())
    expect(differing).toEqual([])
  })

  it('cover 2020 to 2026', () => {
    expect(china?.years.map(({year}) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  it('are not guessed for a year without a table', () => {
    expect(isWorkingDay(Temporal.PlainDate.from('2027-02-08'), china)).toEqual({type: 'missing-table', calendar: 'CN', year: 2027})
    expect(addWorkingDays(Temporal.PlainDate.from('2026-12-28'), 10, china)).toEqual({type: 'missing-table', calendar: 'CN', year: 2027})
    expect(isWorkingDay(Temporal.PlainDate.from('2026-06-01'), undefined)).toEqual({type: 'missing-table', year: 2026})
  })

  it.each([
    ['the weekend before Spring Festival 2026 is worked', '2026-02-13', 1, '2026-02-14'],
    ['Spring Festival is stepped over, and the first make-up Saturday counts', '2026-02-14', 5, '2026-02-28'],
    ['National Day is stepped over, and 10 October is worked', '2026-09-30', 3, '2026-10-10'],
    ['an ordinary weekend', '2026-06-05', 1, '2026-06-08'],
    ['the longer Spring Festival of 2020', '2020-01-23', 1, '2020-02-03'],
    ['New Year 2022 took the last day of 2022 away', '2022-12-30', 0, '2022-12-30'],
  ])('%s', (_, start, count, last) => {
    expect(String(addWorkingDays(Temporal.PlainDate.from(start), count, china))).toBe(last)
  })
})

describe('every table of working days', () => {
  it.each(workCalendars.map(({calendar}) => [calendar.id, calendar] as const))(
    '%s: has a source, a date, and real days in order',
    (_, {years}) => {
      for (const {year, source, retrieved, off, work} of years) {
        expect(source.length).toBeGreaterThan(20)
        expect(retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        const days = [...off.flatMap((run) => run.split('/')), ...work].map((day) => `${year}-${day}`)
        expect(days.map((day) => Temporal.PlainDate.from(day, {overflow: 'reject'}).toString())).toEqual(days)
        expect([...off].sort()).toEqual(off)
        for (const day of work) expect(Temporal.PlainDate.from(`${year}-${day}`).dayOfWeek).toBeGreaterThan(5)
      }
    },
  )

  it.each([
    ['DE', '2026-04-03', '2026-04-07'],
    ['UK', '2026-12-25', '2026-12-29'],
    ['US', '2026-07-03', '2026-07-06'],
    ['JP', '2026-05-02', '2026-05-07'],
  ])('%s: %s is followed by the working day %s', (id, day, next) => {
    expect(String(workingDayFrom(Temporal.PlainDate.from(day), calendarOf(id)))).toBe(next)
  })

  it('is found by the time zone', () => {
    const found = (zone: string) => workCalendars.find(({timeZones}) => timeZones.test(zone))?.calendar.id
    expect(['Asia/Shanghai', 'Europe/Berlin', 'Europe/London', 'America/Los_Angeles', 'Asia/Tokyo', 'Asia/Hong_Kong'].map(found)).toEqual([
      'CN',
      'DE',
      'UK',
      'US',
      'JP',
      undefined,
    ])
  })
})
