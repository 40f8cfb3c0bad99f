import type {Facts, LimitationKind} from '../analyze/index.ts'
import type {AgreementDiff, Change, ComparedVersion} from '../diff/index.ts'
import {type ChangeEvidence, evidenceOf} from './change-evidence.ts'
import {clauseLookup, type FoundClause} from './clause-lookup.ts'
import type {Favour} from './favour.ts'
import {favoursOf} from './favours-of.ts'
import {topicsOf} from './topics.ts'
import {say, type Wording} from './wording.ts'

/** A change with what law and the reader's interest make of it. */
export interface ClassifiedChange {
  readonly change: Change
  /** Only the number is another one: no change. */
  readonly isRenumbering: boolean
  readonly isSubstantive: boolean
  readonly from: readonly FoundClause[]
  readonly to: readonly FoundClause[]
  readonly kindsBefore: readonly LimitationKind[]
  readonly kindsAfter: readonly LimitationKind[]
  readonly emphasisBefore: Conspicuous
  readonly emphasisAfter: Conspicuous
  readonly direction: 'user' | 'provider' | 'neutral'
  /** The tables cannot tell whom a substantive change favours: a person has to read it. */
  readonly isUndecided: boolean
  readonly reasons: readonly Wording[]
  readonly concerns: readonly ('price' | 'feature' | 'data')[]
}

/** How much of a limiting clause is set off; `none` also where nothing limits. */
export type Conspicuous = 'full' | 'partial' | 'none'

/** Classifies every change between two versions, in the order of the diff. */
export function classifyChanges(diff: AgreementDiff, old: ComparedVersion, now: ComparedVersion): readonly ClassifiedChange[] {
  const [before, after] = [clauseLookup(old), clauseLookup(now)]
  return diff.changes.map((change) => classifyChange(change, {old, now, before, after}))
}

interface Sides {
  readonly old: ComparedVersion
  readonly now: ComparedVersion
  readonly before: ReadonlyMap<string, FoundClause>
  readonly after: ReadonlyMap<string, FoundClause>
}

function classifyChange(change: Change, {old, now, before, after}: Sides): ClassifiedChange {
  const from = change.from.flatMap(({path}) => before.get(path) ?? [])
  const to = change.to.flatMap(({path}) => after.get(path) ?? [])
  const isRenumbering = change.kind === 'renumbered'
  const evidence = evidenceOf(change, from, to, old.facts, now.facts)
  const favours = isRenumbering ? [] : favoursOf(evidence)
  const isSubstantive = !isRenumbering && (change.materiality === 'substantive' || changesEmphasisOfLimit(evidence))
  return {
    change,
    isRenumbering,
    isSubstantive,
    from,
    to,
    kindsBefore: evidence.kindsBefore,
    kindsAfter: evidence.kindsAfter,
    emphasisBefore: conspicuousness(old.facts, from),
    emphasisAfter: conspicuousness(now.facts, to),
    ...directionOf(favours, isSubstantive, change),
    concerns: isSubstantive ? topicsOf(evidence) : [],
  }
}

/** Against the reader if anything in it is; for the reader only if nothing in it is against them. */
function directionOf(
  favours: readonly Favour[],
  isSubstantive: boolean,
  change: Change,
): Pick<ClassifiedChange, 'direction' | 'isUndecided' | 'reasons'> {
  if (!isSubstantive && favours.every(({direction}) => direction === 'undecided'))
    return {direction: 'neutral', isUndecided: false, reasons: [say(editorialReason(change))]}
  const side = (direction: Favour['direction']) => favours.filter((favour) => favour.direction === direction).map(({reason}) => reason)
  const [provider, user, open] = [side('provider'), side('user'), side('undecided')]
  if (provider.length > 0) return {direction: 'provider', isUndecided: false, reasons: [...provider, ...user]}
  if (user.length > 0 && open.length === 0) return {direction: 'user', isUndecided: false, reasons: user}
  if (user.length > 0 || open.length > 0) return {direction: 'neutral', isUndecided: true, reasons: [...user, ...open]}
  return {direction: 'neutral', isUndecided: true, reasons: [say('reason-wording')]}
}

function editorialReason({kind, aspects, effects}: Change): string {
  if (kind === 'renumbered') return 'reason-renumbered'
  if (effects.some((effect) => effect.kind === 'date')) return 'reason-dateline'
  if (aspects.includes('position')) return 'reason-moved'
  if (aspects.includes('heading')) return 'reason-retitled'
  if (aspects.includes('reference')) return 'reason-reference'
  return kind !== 'emphasis' && aspects.every((aspect) => aspect === 'link') ? 'reason-link' : 'reason-editorial'
}

/** For PRC purposes: a mark that comes cures from then on, one that goes is a step back (Civil Code 496(2)). */
function changesEmphasisOfLimit({change, kindsBefore, kindsAfter}: ChangeEvidence): boolean {
  return change.effects.some(
    ({kind}) => (kind === 'emphasis-lost' && kindsBefore.length > 0) || (kind === 'emphasis-gained' && kindsAfter.length > 0),
  )
}

/** The weakest marking among the limits of these clauses. */
function conspicuousness({limitations}: Facts, clauses: readonly FoundClause[]): Conspicuous {
  const marks = limitations
    .filter(({path, benefits}) => benefits !== 'user' && clauses.some((clause) => clause.path === path))
    .map(({conspicuous}) => conspicuous)
  if (marks.length === 0 || marks.includes('none')) return 'none'
  return marks.includes('partial') ? 'partial' : 'full'
}
