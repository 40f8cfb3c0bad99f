import type {ComparedVersion} from '../diff/index.ts'
import type {ClassifiedChange} from './classify-changes.ts'
import {clauseNames} from './clause-name.ts'
import type {NoticePolicy, NoticeProfile, NoticeTrigger} from './notice-profile.ts'
import {say, type Wording} from './wording.ts'

/** What the changes between two versions set off, with the reasons for each. */
export interface Triggers {
  /** Some text changed. */
  readonly isChanged: boolean
  /** Why each kind of period is asked for; absent for those that are not. */
  readonly concerns: ReadonlyMap<NoticeTrigger, readonly Wording[]>
  /** Why a platform's change counts as major; empty where it does not. */
  readonly major: readonly Wording[]
  /** Some change is not surely for the reader. */
  readonly isDetrimental: boolean
  /** The agreement renews itself for a price. */
  readonly isRenewing: boolean
}

/** Finds what the changes set off; `declared` adds what the text does not show. */
export function triggersOf(
  changes: readonly ClassifiedChange[],
  inForce: ComparedVersion,
  clauseCount: number,
  profile: NoticeProfile,
  policy: NoticePolicy,
  declared: readonly NoticeTrigger[],
): Triggers {
  const real = changes.filter(({isRenumbering}) => !isRenumbering)
  const concerns = new Map<NoticeTrigger, readonly Wording[]>()
  if (changes.length > 0) concerns.set('amendment', [say('trigger-amendment', {count: real.length})])
  for (const topic of ['price', 'feature'] as const) {
    const about = real.filter((change) => change.concerns.includes(topic))
    if (about.length > 0) concerns.set(topic, [say(`trigger-${topic}`, {clauses: pathsOf(about)})])
  }
  for (const trigger of declared) if (!concerns.has(trigger)) concerns.set(trigger, [say('trigger-declared')])
  return {
    isChanged: changes.length > 0,
    concerns,
    major: majorReasons(real, clauseCount, profile, policy),
    isDetrimental: real.some(({isSubstantive, direction}) => isSubstantive && direction !== 'user'),
    isRenewing: inForce.facts.limitations.some(({kind, benefits}) => kind === 'auto-renewal' && benefits !== 'user'),
  }
}

/**
 * Order 116 art. 12 gives no thresholds: many users, much changed, or important rights of those concerned; any of the three counts.
 */
function majorReasons(
  changes: readonly ClassifiedChange[],
  clauseCount: number,
  {userScale}: NoticeProfile,
  {majorShare = MAJOR_SHARE}: NoticePolicy,
): Wording[] {
  const limiting = changes.filter(({isSubstantive, kindsBefore, kindsAfter}) => isSubstantive && kindsBefore.length + kindsAfter.length > 0)
  const touched = new Set(changes.flatMap(({change}) => (change.to.length > 0 ? change.to : change.from).map(({path}) => path))).size
  const share = clauseCount === 0 ? 0 : touched / clauseCount
  return [
    ...(limiting.length > 0 ? [say('major-rights', {clauses: pathsOf(limiting)})] : []),
    ...(share >= majorShare ? [say('major-share', {share: Math.round(share * 100), limit: Math.round(majorShare * 100)})] : []),
    ...(userScale === 'huge' ? [say('major-users')] : []),
  ]
}

/** Share of changed clauses from which a change counts as large; an engineering choice, not law. */
const MAJOR_SHARE = 0.2

function pathsOf(changes: readonly ClassifiedChange[]): ReturnType<typeof clauseNames> {
  return clauseNames(changes.flatMap(({change}) => change.to[0] ?? change.from[0] ?? []))
}
