import type {Agreement} from '../clause-tree/index.ts'
import {findAmounts} from './amounts.ts'
import {findDates} from './dates.ts'
import {findEmphasis} from './emphasis.ts'
import type {Facts} from './facts.ts'
import {findForum} from './forum.ts'
import {findLimitations} from './limitations/index.ts'
import {findNoticePeriods} from './notice-periods.ts'
import {findParties} from './parties.ts'
import {findReferences} from './references/index.ts'
import {findServiceLevels} from './service-levels.ts'
import {findTerms} from './terms.ts'

/** Runs every analysis over an agreement. */
export function analyze(agreement: Agreement): Facts {
  const parties = findParties(agreement)
  const forum = findForum(agreement)
  return {
    emphasis: findEmphasis(agreement),
    limitations: findLimitations(agreement, parties),
    terms: findTerms(agreement),
    references: findReferences(agreement),
    noticePeriods: findNoticePeriods(agreement),
    dates: findDates(agreement),
    amounts: findAmounts(agreement),
    serviceLevels: findServiceLevels(agreement),
    parties,
    ...(forum ? {forum} : {}),
  }
}
