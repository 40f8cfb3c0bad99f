import {describe, expect, it} from 'vitest'
import {type CompiledAgreement, compareAgreements, compile, flattenClauses, ownText} from '../src/compiler/index.ts'
import {chance, Mutant, OPERATIONS, type Operation} from './support/mutate.ts'
import {score, type Tally} from './support/score-diff.ts'
import {agreementSources, realSources} from './support/sources.ts'

const sources = [...agreementSources(), ...realSources().filter(([name]) => /seeds\/|2025-06-18|2024-09-25|2023-05-05/.test(name))]
const compiled: readonly CompiledAgreement[] = sources
  .flatMap(([, source]) => compile(source))
  .filter(({agreement}) => flattenClauses(agreement).length > 20)
const sentences = (locale: string) =>
  compiled
    .filter(({agreement}) => agreement.locale.slice(0, 2) === locale.slice(0, 2))
    .flatMap(({agreement}) => flattenClauses(agreement).map(ownText))
    .flatMap((text) => text.match(/[^。；.;]{20,120}[。；.;]/g) ?? [])

/** Whether a text holds any piece of a sentence: what is inserted must not be a clause that was deleted elsewhere. */
function hasPiece(text: string, sentence: string): boolean {
  for (let at = 0; at + 8 <= sentence.length; at += 4) if (text.includes(sentence.slice(at, at + 8))) return true
  return false
}

/** Sentences of the same language that each text does not have. */
const strangeTo = compiled.map(({agreement}) => {
  const whole = flattenClauses(agreement).map(ownText).join('')
  return sentences(agreement.locale).filter((sentence) => !hasPiece(whole, sentence))
})

const LEAST: Readonly<Record<Operation, number>> = {
  edit: 0.99,
  number: 0.99,
  bold: 0.99,
  retitle: 0.99,
  insert: 0.99,
  delete: 0.99,
  'move-clause': 0.98,
  'move-section': 0.98,
  split: 0.96,
  merge: 0.96,
  rewrite: 0.98,
  'move-and-edit': 0.98,
  'near-duplicate': 0.98,
  replace: 0.98,
  swap: 0.98,
}

/** Scores mutants of every text, with as many operations as `count` says. */
function run(
  rounds: number,
  seed: number,
  count: (clauses: number) => number,
  operations: readonly Operation[],
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>()
  compiled.forEach(({agreement, facts}, index) => {
    for (let round = 0; round < rounds; round += 1) {
      const random = chance(seed + index * 1000 + round)
      const strange = strangeTo[index] ?? []
      const mutant = new Mutant(agreement, strange, random)
      const before = mutant.agreement()
      const ids = mutant.ids()
      const placesBefore = mutant.places()
      const wanted = count(mutant.all().length)
      for (let step = 0; step < wanted; step += 1) mutant.apply(operations[random(operations.length)] ?? 'edit')
      const after = mutant.agreement()
      const faults: string[] = []
      score(
        compareAgreements({agreement: before, facts}, {agreement: after, facts}),
        {before: ids, after: mutant.ids(), mutations: mutant.mutations, placesBefore, placesAfter: mutant.places()},
        tallies,
        (fault) => faults.push(fault),
      )
      if (process.env.REPORT && faults.length > 0) console.log(`text ${index} round ${round}\n  ${faults.join('\n  ')}`)
    }
  })
  return tallies
}

function report(tallies: ReadonlyMap<string, Tally>): Record<string, string> {
  return Object.fromEntries(
    [...tallies]
      .sort()
      .map(([name, {found, missed, wrong}]) => [
        name,
        `R ${(found / Math.max(1, found + missed)).toFixed(3)} P ${(found / Math.max(1, found + wrong)).toFixed(3)} of ${found + missed}`,
      ]),
  )
}

describe.each([
  ['one at a time', OPERATIONS.length * 3, () => 1],
  ['10 mixed', 12, () => 10],
  ['1 % of the clauses', 8, (clauses: number) => Math.ceil(clauses * 0.01)],
  ['30 % of the clauses', 6, (clauses: number) => Math.ceil(clauses * 0.3)],
] as const)('what was done to an agreement is told: %s', (name, rounds, count) => {
  it('by kind', () => {
    const tallies = run(rounds, 7, count, OPERATIONS)
    if (process.env.REPORT) console.log(name, report(tallies))
    const faults = [...tallies].filter(([operation, {found, missed, wrong}]) => {
      const allowed = Math.max(1, (found + missed) * (1 - (LEAST[operation as Operation] ?? 0.99)))
      return missed > allowed || wrong > Math.max(2, allowed)
    })
    expect(report(new Map(faults))).toEqual({})
  })
})
