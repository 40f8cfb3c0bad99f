import {type Agreement, headingText} from '../clause-tree/index.ts'
import {foldText} from './alignment/fold-text.ts'
import {unitsOf} from './alignment/unit.ts'

/** An agreement in both versions of a source, or in one of them; indices into the lists that were given. */
export interface AgreementPair {
  readonly from?: number
  readonly to?: number
}

/** Share of equal clauses from which two agreements with different titles are the same. */
const ALIKE = 0.2

/** Which agreement of a source is which in another version of it: by title, else by the clauses they share. In the order of the new version. */
export function pairAgreements(from: readonly Agreement[], to: readonly Agreement[]): AgreementPair[] {
  if (from.length === 1 && to.length === 1) return [{from: 0, to: 0}]
  const likeness = to.flatMap((now, j) => from.map((old, i) => ({i, j, value: likenessOf(old, now)})))
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const {i, j, value} of likeness.sort((x, y) => y.value - x.value || x.j - y.j || x.i - y.i))
    if (value >= ALIKE && !partner.has(j) && !taken.has(i)) {
      partner.set(j, i)
      taken.add(i)
    }
  const pairs = to.map((_, j): AgreementPair => {
    const i = partner.get(j)
    return i === undefined ? {to: j} : {from: i, to: j}
  })
  return [...pairs, ...from.flatMap((_, i) => (taken.has(i) ? [] : [{from: i}]))]
}

function likenessOf(old: Agreement, now: Agreement): number {
  const [title, newTitle] = [old, now].map(({titles}) => foldText(headingText(titles.at(-1))))
  const hashes = (agreement: Agreement) => new Set(unitsOf(agreement).flatMap(({hash}) => (hash === 0 ? [] : [hash])))
  const [before, after] = [hashes(old), hashes(now)]
  let shared = 0
  for (const hash of before) if (after.has(hash)) shared += 1
  const share = shared / Math.max(1, before.size, after.size)
  return title !== '' && title === newTitle ? 1 + share : share
}
