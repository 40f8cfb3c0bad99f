import type {Agreement} from '../clause-tree/index.ts'
import {findEmphasis} from './emphasis.ts'
import type {Facts} from './facts.ts'

/** Runs every analysis over an agreement. */
export function analyze(agreement: Agreement): Facts {
  return {
    emphasis: findEmphasis(agreement),
    limitations: [],
    terms: [],
    references: [],
    noticePeriods: [],
    dates: [],
    parties: [],
  }
}
