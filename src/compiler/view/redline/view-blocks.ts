import type {AgreementDiff, Change, Unit} from '../../diff/index.ts'
import {clauseAnchor} from '../anchor.ts'
import type {RedlineBlock, RedlineLine, RedlineNote, RedlineOp, RedlineStatus} from '../redline-view.ts'
import type {Translate} from '../translator.ts'
import type {Step} from './arrange-units.ts'
import {framesOf} from './line-frames.ts'
import {labelWords} from './redline-words.ts'
import {aloneLines, mergedLines, pairedLines, splitLines} from './weave-lines.ts'

/** What blocks are made with. */
export interface BlockContext {
  readonly a: readonly Unit[]
  readonly b: readonly Unit[]
  readonly diff: AgreementDiff
  /** Changes that have a number, in order. */
  readonly told: readonly Change[]
  readonly translate: Translate
}

/** A block with the number of its change among those told, from 0. */
export type NumberedBlock = Omit<RedlineBlock, 'change'> & {readonly change?: number}

/** The steps through both versions → blocks with runs, and remarks on where a clause came from or went. */
export function viewBlocks(steps: readonly Step[], {a, b, diff, told, translate: t}: BlockContext): NumberedBlock[] {
  const changes = indexOf(diff.changes)
  const numbers = new Map(told.map((change, index) => [change, index]))
  const [levels, newLevels] = [headingLevels(a), headingLevels(b)]
  const [unitsA, unitsB] = [byPath(a), byPath(b)]
  return steps.flatMap((step) => blocksOf(step))

  function blocksOf(step: Step): NumberedBlock[] {
    switch (step.type) {
      case 'both': {
        const {from, to} = step
        const change = changes.to.get(to.clause.path)
        const isWhole = change?.kind === 'split' || change?.kind === 'merged'
        const lines = pairedLines(from.clause, to.clause, isWhole ? undefined : change?.segments, newLevels[to.index] ?? 2)
        const status = change === undefined ? 'unchanged' : change.kind === 'renumbered' ? 'renumbered' : 'changed'
        return [block(to, 'equal', {status, lines, change})]
      }
      case 'old': {
        const change = changes.from.get(step.from.clause.path)
        const lines = aloneLines(step.from.clause, 'delete', levels[step.from.index] ?? 2)
        const status = step.to ? 'moved-away' : 'removed'
        return [
          block(step.from, 'delete', {status, lines, change, notes: step.to ? [note('redline-moved-to', step.to, b)] : wentTo(change)}),
        ]
      }
      case 'new': {
        const change = changes.to.get(step.to.clause.path)
        const level = newLevels[step.to.index] ?? 2
        const lines = step.from
          ? pairedLines(step.from.clause, step.to.clause, change?.segments, level)
          : aloneLines(step.to.clause, 'insert', level)
        const notes = step.from ? [note('redline-moved-from', step.from, a)] : cameFrom(change)
        return [block(step.to, 'insert', {status: step.from ? 'moved' : 'added', lines, change, notes})]
      }
      case 'split':
        return partBlocks(step.whole, step.parts, {lines: splitLines, isSplit: true})
      case 'merged':
        return partBlocks(step.whole, step.parts, {lines: mergedLines, isSplit: false})
    }
  }

  function partBlocks(
    whole: Unit,
    members: readonly (Step | Unit)[],
    {lines, isSplit}: {readonly lines: typeof splitLines; readonly isSplit: boolean},
  ): NumberedBlock[] {
    const parts = members.filter((member): member is Unit => !('type' in member))
    const change = (isSplit ? changes.from : changes.to).get(whole.clause.path)
    const level = (isSplit ? newLevels : levels)[parts[0]?.index ?? 0] ?? 2
    const woven = lines(
      whole.clause,
      parts.map(({clause}) => clause),
      change?.segments ?? [],
      level,
    )
    if (!woven) {
      const alone = (unit: Unit, isOld: boolean): Step => (isOld ? {type: 'old', from: unit} : {type: 'new', to: unit})
      const apart = members.map((member) => ('type' in member ? member : alone(member, !isSplit)))
      return (isSplit ? [alone(whole, true), ...apart] : [...apart, alone(whole, false)]).flatMap(blocksOf)
    }
    return members.flatMap((member) => {
      if ('type' in member) return blocksOf(member)
      const index = parts.indexOf(member)
      const own = woven.slice(index, index + 1)
      const isLast = index === parts.length - 1
      const notes = isSplit ? (index === 0 ? wentTo(change) : cameFrom(change)) : isLast ? cameFrom(change) : wentTo(change)
      const shown = isSplit ? member : isLast ? whole : member
      return [block(shown, 'equal', {status: 'changed', lines: own, change, notes, isOld: !isSplit && !isLast})]
    })
  }

  function block(
    unit: Unit,
    op: RedlineOp,
    rest: {
      readonly status: RedlineStatus
      readonly lines: readonly RedlineLine[]
      readonly change: Change | undefined
      readonly notes?: readonly RedlineNote[]
      readonly isOld?: boolean
    },
  ): NumberedBlock {
    const number = rest.change === undefined ? undefined : numbers.get(rest.change)
    return {
      anchor: op === 'delete' || rest.isOld ? oldAnchor(unit) : clauseAnchor(unit.clause.path),
      status: rest.status,
      op,
      path: unit.clause.path,
      kind: unit.clause.kind,
      depth: unit.depth,
      lines: rest.lines,
      notes: rest.notes ?? [],
      ...(number === undefined ? {} : {change: number}),
    }
  }

  function note(key: string, unit: Unit, units: readonly Unit[]): RedlineNote {
    return {words: t(key, {place: labelWords(unit)}), anchor: units === a ? oldAnchor(unit) : clauseAnchor(unit.clause.path)}
  }

  /** Where a clause went that is several now, or a part of another one. */
  function wentTo(change: Change | undefined): RedlineNote[] {
    if (change?.kind !== 'split' && change?.kind !== 'merged') return []
    return [{words: t(`redline-${change.kind}-to`, {places: placesOf(change.to, unitsB)}), ...anchored(change.to)}]
  }

  function cameFrom(change: Change | undefined): RedlineNote[] {
    if (change?.kind !== 'split' && change?.kind !== 'merged') return []
    return [{words: t(`redline-${change.kind}-from`, {places: placesOf(change.from, unitsA)})}]
  }

  function placesOf(places: Change['from'], units: ReadonlyMap<string, Unit>): string {
    const names = places.map(({path}) => {
      const unit = units.get(path)
      return unit ? labelWords(unit) : path
    })
    return names.join(t('list-separator'))
  }
}

function anchored(places: Change['to']): {readonly anchor?: string} {
  return places[0] ? {anchor: clauseAnchor(places[0].path)} : {}
}

/** Fragment identifier of a clause of the old version. */
function oldAnchor(unit: Unit): string {
  return `old-${clauseAnchor(unit.clause.path)}`
}

function indexOf(changes: readonly Change[]): {readonly from: ReadonlyMap<string, Change>; readonly to: ReadonlyMap<string, Change>} {
  const by = (side: 'from' | 'to') => new Map(changes.flatMap((change) => change[side].map(({path}) => [path, change] as const)))
  return {from: by('from'), to: by('to')}
}

/** Level of the title of each clause: one below the titles around it; that of the agreement is 1. */
function headingLevels(units: readonly Unit[]): number[] {
  const levels: number[] = []
  for (const {parent, clause} of units) {
    const around = units[parent]
    const isTitled = around !== undefined && framesOf(around.clause).frames[0]?.role === 'heading'
    levels.push(clause.path.startsWith('title') ? 1 : around === undefined ? 2 : (levels[parent] ?? 2) + (isTitled ? 1 : 0))
  }
  return levels
}

function byPath(units: readonly Unit[]): Map<string, Unit> {
  return new Map(units.map((unit) => [unit.clause.path, unit]))
}
