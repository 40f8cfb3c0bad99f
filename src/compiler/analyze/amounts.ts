import type {Agreement} from '../clause-tree/index.ts'
import {clauseTexts} from './clause-text.ts'
import type {AmountFact} from './facts.ts'
import {moneyIn, percentagesIn} from './quantities.ts'

/** Finds the sums of money and the percentages of an agreement. */
export function findAmounts(agreement: Agreement): AmountFact[] {
  return clauseTexts(agreement).flatMap(({clause, text, position}) =>
    HINT.test(text)
      ? [...moneyIn(text), ...percentagesIn(text)]
          .sort((a, b) => a.start - b.start)
          .map(({start, end, ...amount}) => ({
            path: clause.path,
            phrase: text.slice(start, end),
            ...amount,
            position: position(start, end),
          }))
      : [],
  )
}

const HINT = /[%％‰$€£¥￥元円]|分之|percent|per cent|Prozent|pour cent|dollars?|euros?|pounds|yuan|USD|EUR|GBP|RMB|CNY|CHF|英镑|港币/i
