import {china} from './data/china.ts'
import {england} from './data/england.ts'
import {germany} from './data/germany.ts'
import {japan} from './data/japan.ts'
import {unitedStates} from './data/united-states.ts'
import type {WorkCalendar} from './work-calendar.ts'

/** Every place whose working days are known, with the time zones that lie in it. */
export const workCalendars: readonly {readonly calendar: WorkCalendar; readonly timeZones: RegExp}[] = [
  {calendar: china, timeZones: /^(?:Asia\/(?:Shanghai|Chongqing|Chungking|Harbin|Urumqi|Kashgar)|PRC)$/},
  {calendar: germany, timeZones: /^Europe\/(?:Berlin|Busingen)$/},
  {calendar: england, timeZones: /^(?:Europe\/London|GB)$/},
  {
    calendar: unitedStates,
    timeZones:
      /^(?:America\/(?:New_York|Detroit|Chicago|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Indiana\/.+|Kentucky\/.+|Menominee|North_Dakota\/.+)|Pacific\/Honolulu|US\/.+)$/,
  },
  {calendar: japan, timeZones: /^(?:Asia\/Tokyo|Japan)$/},
]
