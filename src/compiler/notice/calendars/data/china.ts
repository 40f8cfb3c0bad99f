import type {WorkCalendar} from '../work-calendar.ts'
import {china2020} from './china-2020.ts'
import {china2021} from './china-2021.ts'
import {china2022} from './china-2022.ts'
import {china2023} from './china-2023.ts'
import {china2024} from './china-2024.ts'
import {china2025} from './china-2025.ts'
import {china2026} from './china-2026.ts'

/** Working days of the PRC, with days off that are exchanged for working weekends; a new year is a new file after the yearly decision. */
export const china: WorkCalendar = {
  id: 'CN',
  years: [china2020, china2021, china2022, china2023, china2024, china2025, china2026],
}
