import {describe} from 'vitest'
import {stringify} from 'yaml'
import {compile, type Facts} from '../src/compiler/index.ts'
import {fixtures} from './support/fixtures.ts'

/** Facts without positions, a line each, for people to read. */
function readable(facts: Facts): Record<string, unknown> {
  return {
    parties: facts.parties.map(({role, names}) => `${role}: ${names.join(', ')}`),
    dates: facts.dates.map(({kind, date}) => `${kind} ${date}`),
    terms: facts.terms.map(({term, path, uses}) => `${path} ${term}, ${uses} times`),
    references: facts.references.map(
      ({path, text, target, resolved, external}) => `${path} ${text} → ${external ? 'elsewhere' : resolved ? target : 'nowhere'}`,
    ),
    periods: facts.noticePeriods.map(({path, phrase, count, unit, trigger}) => `${path} ${phrase} → ${count} ${unit}, ${trigger}`),
    amounts: facts.amounts.map(({path, phrase, value, currency = '%'}) => `${path} ${phrase} → ${value} ${currency}`),
    serviceLevels: facts.serviceLevels.map(
      ({path, kind, atLeast = '', below = '', credit = 'none'}) => `${path} ${kind} [${atLeast}, ${below}) → ${credit}`,
    ),
    forum: facts.forum ? `${facts.forum.path} ${facts.forum.kind}: ${facts.forum.name}` : 'none',
  }
}

describe('an agreement in each language gives its facts', () => {
  fixtures('facts', 'facts.yaml', ({read}) =>
    stringify(
      compile(read('input.md')).map(({facts}) => readable(facts)),
      {lineWidth: 0},
    ),
  )
})
