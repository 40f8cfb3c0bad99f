import type {AgreementDiff, Change} from '../../src/compiler/index.ts'
import type {Mutation, Operation} from './mutate.ts'

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
export function score(
  diff: AgreementDiff,
  {before, after, mutations}: Truth,
  tallies: Map<string, Tally>,
  onFault?: (fault: string) => void,
): void {
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

function ids(places: Change['from'], paths: ReadonlyMap<string, number>): number[] {
  return places.map(({path}) => paths.get(path) ?? -1)
}
