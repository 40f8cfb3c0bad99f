import type {AgreementDiff, Change} from '../../src/compiler/index.ts'
import type {Mutation, Operation, PlaceOfNode} from './mutate.ts'

/** How often an operation was told rightly, missed, and told where nothing of the kind was done. */
export interface Tally {
  found: number
  missed: number
  wrong: number
}

/** What was done, and the ids of clauses by path. */
export interface Truth {
  readonly before: ReadonlyMap<string, number>
  readonly after: ReadonlyMap<string, number>
  readonly mutations: readonly Mutation[]
  readonly placesBefore: ReadonlyMap<number, PlaceOfNode>
  readonly placesAfter: ReadonlyMap<number, PlaceOfNode>
}

/** How each operation should be told. */
const TOLD: Readonly<Record<Operation, {readonly kind: Change['kind']; readonly aspect?: Change['aspects'][number]}>> = {
  edit: {kind: 'modified', aspect: 'wording'},
  number: {kind: 'modified', aspect: 'wording'},
  bold: {kind: 'emphasis', aspect: 'emphasis'},
  retitle: {kind: 'retitled', aspect: 'heading'},
  insert: {kind: 'added'},
  delete: {kind: 'removed'},
  'move-clause': {kind: 'moved'},
  'move-section': {kind: 'moved'},
  split: {kind: 'split'},
  merge: {kind: 'merged'},
  rewrite: {kind: 'modified', aspect: 'wording'},
  'move-and-edit': {kind: 'moved', aspect: 'wording'},
  'near-duplicate': {kind: 'added'},
  replace: {kind: 'added'},
  swap: {kind: 'moved'},
}

/** Adds one mutant to the tallies: each operation must be told once, by kind and clauses, and nothing else. */
export function score(diff: AgreementDiff, truth: Truth, tallies: Map<string, Tally>, onFault?: (fault: string) => void): void {
  const {before, after, mutations} = truth
  const told = diff.changes
    .filter(
      ({kind, aspects}) =>
        kind !== 'renumbered' &&
        !(kind === 'modified' && aspects.every((aspect) => aspect === 'reference' || aspect === 'structure' || aspect === 'label')),
    )
    .map((change) => ({
      change,
      from: ids(change.from, before),
      to: ids(change.to, after),
      isUsed: false,
    }))
  const tally = (name: string) => {
    const known = tallies.get(name) ?? {found: 0, missed: 0, wrong: 0}
    tallies.set(name, known)
    return known
  }
  const take = (kind: Change['kind'], from: readonly number[], to: readonly number[], aspect?: Change['aspects'][number]) => {
    const match = told.find(
      (candidate) =>
        !candidate.isUsed &&
        candidate.change.kind === kind &&
        (aspect === undefined || candidate.change.aspects.includes(aspect)) &&
        String(candidate.from) === String(from) &&
        String(candidate.to) === String(to),
    )
    if (match) match.isUsed = true
    return match !== undefined
  }
  const doubtful = new Set<number>()
  for (const {operation, from, to} of mutations) {
    const {kind, aspect} = TOLD[operation]
    const isTold = operation === 'replace' ? take('removed', from, []) && take('added', [], to) : take(kind, from, to, aspect)
    if (!isTold && operation === 'retitle' && !keepsAny(from[0] ?? -1, truth)) {
      for (const id of [...from, ...to]) doubtful.add(id)
      continue
    }
    const passed = !isTold && kind === 'moved' ? crossedBy(from[0] ?? -1, truth) : undefined
    if (passed && passed.crossed.length <= passed.movers) {
      for (const id of [...from, ...to, ...passed.crossed]) doubtful.add(id)
      continue
    }
    tally(operation)[isTold ? 'found' : 'missed'] += 1
    if (!isTold) {
      for (const id of [...from, ...to]) doubtful.add(id)
      onFault?.(`missed ${operation} ${from} → ${to}`)
    }
  }
  const names = new Map<Change['kind'], Operation>([
    ['modified', 'edit'],
    ['emphasis', 'bold'],
    ['retitled', 'retitle'],
    ['added', 'insert'],
    ['removed', 'delete'],
    ['moved', 'move-clause'],
    ['split', 'split'],
    ['merged', 'merge'],
  ])
  for (const {change, from, to, isUsed} of told) {
    if (isUsed) continue
    onFault?.(`wrong ${change.kind} ${change.from.map(({path}) => path)} (${from}) → ${change.to.map(({path}) => path)} (${to})`)
    const name = names.get(change.kind)
    if (name && ![...from, ...to].some((id) => doubtful.has(id))) tally(name).wrong += 1
  }
}

/** Whether any clause below a section is still below it; a section with another title and other clauses is another section. */
function keepsAny(id: number, {placesBefore, placesAfter}: Truth): boolean {
  return [...placesBefore].some(([child, {parent}]) => parent === id && placesAfter.get(child)?.parent === id)
}

/**
 * Siblings that a moved clause passed, other moved ones aside; `undefined` where it went below another parent.
 * Where several were moved past as few, that these few moved is the shorter account of the same.
 */
function crossedBy(
  id: number,
  {placesBefore, placesAfter, mutations}: Truth,
): {readonly crossed: readonly number[]; readonly movers: number} | undefined {
  const [old, now] = [placesBefore.get(id), placesAfter.get(id)]
  if (!old || !now || old.parent !== now.parent) return undefined
  const moved = new Set(mutations.filter(({operation}) => TOLD[operation].kind === 'moved').flatMap(({from}) => from))
  const siblings = [...placesBefore].filter(
    ([other, place]) => place.parent === old.parent && placesAfter.get(other)?.parent === old.parent,
  )
  const crossed = siblings.filter(
    ([other, place]) => other !== id && !moved.has(other) && place.index < old.index !== (placesAfter.get(other)?.index ?? 0) < now.index,
  )
  return {crossed: crossed.map(([other]) => other), movers: siblings.filter(([other]) => moved.has(other)).length}
}

function ids(places: Change['from'], paths: ReadonlyMap<string, number>): number[] {
  return places.map(({path}) => paths.get(path) ?? -1)
}
