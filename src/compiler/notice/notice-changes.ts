import type {NoticeChange} from './change-notice.ts'
import type {ClassifiedChange} from './classify-changes.ts'
import type {FoundClause} from './clause-lookup.ts'
import {clauseName} from './clause-name.ts'
import {putAllIntoWords, putIntoWords} from './put-into-words.ts'
import {say, type Translate} from './wording.ts'

/** What a person holds of a change, by the path of its clause in the new version, or in the old one where it is gone. */
export interface DirectionOverride {
  readonly path: string
  readonly direction: 'user' | 'provider' | 'neutral'
  readonly reason: string
  readonly by?: string
}

/** A classified change with the view of a person in place of the tables'. */
export interface JudgedChange extends ClassifiedChange {
  readonly override?: DirectionOverride & {readonly instead: ClassifiedChange['direction']}
}

/** Puts the views of people in place of the tables'. */
export function withOverrides(changes: readonly ClassifiedChange[], overrides: readonly DirectionOverride[]): readonly JudgedChange[] {
  return changes.map((change) => {
    const override = overrides.find(({path}) => path === pathOf(change))
    if (!override) return change
    return {...change, direction: override.direction, isUndecided: false, override: {...override, instead: change.direction}}
  })
}

/** The changes that a notice tells one by one, with old and new text and the reason in words. */
export function noticeChanges(changes: readonly JudgedChange[], t: Translate): readonly NoticeChange[] {
  return changes.filter(({isRenumbering}) => !isRenumbering).map((change) => noticeChange(change, t))
}

/** The clauses that only have another number, in words. */
export function renumberedRows(changes: readonly ClassifiedChange[], t: Translate) {
  return changes
    .filter(({isRenumbering}) => isRenumbering)
    .map(({change}) => {
      const [from, to] = [change.from.map(({path}) => path), change.to.map(({path}) => path)]
      return {from, to, text: t('renumbered-row', {from: rangeOf(from), to: rangeOf(to), count: to.length})}
    })
}

function noticeChange(judged: JudgedChange, t: Translate): NoticeChange {
  const {change, from, to, override} = judged
  const {kind, aspects, segments, effects} = change
  const [oldText, newText] = [textOf(from), textOf(to)]
  const heading = headingOf(to[0] ?? from[0])
  return {
    kind,
    aspects,
    from: change.from,
    to: change.to,
    ...(segments ? {segments} : {}),
    effects,
    materiality: judged.isSubstantive ? 'substantive' : 'editorial',
    place: placeOf(judged, t),
    ...(heading === undefined ? {} : {heading}),
    ...(oldText === undefined ? {} : {oldText}),
    ...(newText === undefined ? {} : {newText}),
    limitationKindsBefore: judged.kindsBefore,
    limitationKindsAfter: judged.kindsAfter,
    emphasisBefore: judged.emphasisBefore,
    emphasisAfter: judged.emphasisAfter,
    direction: judged.direction,
    needsReview: judged.isUndecided,
    reason: override ? putIntoWords(say('reason-override', {reason: override.reason}), t) : putAllIntoWords(judged.reasons, t),
    ...(override
      ? {override: {instead: override.instead, reason: override.reason, ...(override.by === undefined ? {} : {by: override.by})}}
      : {}),
  }
}

/** The clause in the new version, with its old number where that was another. */
function placeOf({from, to}: ClassifiedChange, t: Translate): string {
  const [old, now] = [from[0], to[0]]
  const name = (clause: FoundClause) => putIntoWords(clauseName(clause), t)
  if (!now) return old ? name(old) : ''
  if (!old || old.path === now.path) return name(now)
  return t('place-moved', {from: name(old), to: name(now)})
}

function textOf(clauses: readonly FoundClause[]): string | undefined {
  return clauses.length === 0 ? undefined : clauses.map(({text}) => text).join('\n')
}

function headingOf(clause: FoundClause | undefined): string | undefined {
  return clause?.headings.at(-1)
}

function rangeOf(paths: readonly string[]): string {
  return paths.length > 1 ? `${paths[0]}–${paths.at(-1)}` : (paths[0] ?? '')
}

function pathOf({change}: ClassifiedChange): string {
  return (change.to[0] ?? change.from[0])?.path ?? ''
}
