import {describe} from 'vitest'
import {parse} from '../src/compiler/parse/index.ts'
import {fixtures} from './support/fixtures.ts'
import {outlineText} from './support/outline.ts'

describe('an agreement parses to its outline', () => {
  fixtures('parse', 'outline.txt', ({read}) =>
    parse(read('input.md'))
      .agreements.map(
        ({agreement, diagnostics}) =>
          outlineText(agreement) +
          diagnostics
            .map(({ruleId, message, position}) => `! ${position?.start.line}:${position?.start.column} ${ruleId} ${message}\n`)
            .join(''),
      )
      .join('----\n'),
  )
})
