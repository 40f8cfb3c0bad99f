import {type Agreement, headingText} from '../clause-tree/index.ts'
import {type AgreementDiff, type Change, type ChangeKind, type Unit, unitsOf} from '../diff/index.ts'
import {clauseAnchor} from './anchor.ts'
import {arrangeUnits} from './redline/arrange-units.ts'
import {effectWords, kindWords, labelWords, placeWords, summaryWords} from './redline/redline-words.ts'
import {viewBlocks} from './redline/view-blocks.ts'
import type {RedlineChange, RedlineNote, RedlineSide, RedlineView} from './redline-view.ts'
import type {Translate} from './translator.ts'

/** What is compared, and how it is told. */
export interface RedlineInput {
  readonly from: Agreement
  readonly to: Agreement
  /** What `compareAgreements` found between the two. */
  readonly diff: AgreementDiff
  /** Messages in the language of the reader. */
  readonly translate: Translate
  /** How readers call the two texts. */
  readonly names?: {readonly from?: string; readonly to?: string}
  /** Kinds of change that are marked in the text and not listed. */
  readonly ignored?: ReadonlySet<ChangeKind>
}

/** Two versions and what differs → one text with marks, and lists of what a reader should know. */
export function viewRedline({from, to, diff, translate: t, names, ignored}: RedlineInput): RedlineView {
  const [a, b] = [unitsOf(from), unitsOf(to)]
  const steps = arrangeUnits(a, b, diff)
  const listed = diff.changes.filter(({kind}) => !ignored?.has(kind))
  const told = listed.filter(({kind}) => kind !== 'renumbered')
  const blocks = viewBlocks(steps, {a, b, diff, told, translate: t})
  const changes = told.map((change, index) => viewChange(change, index))
  const chained = changes.map((change, index) => ({
    ...change,
    ...(changes[index - 1] ? {previous: changes[index - 1]?.anchor ?? ''} : {}),
    ...(changes[index + 1] ? {next: changes[index + 1]?.anchor ?? ''} : {}),
  }))
  const title = titleOf(to) || titleOf(from)
  return {
    type: 'redline',
    locale: to.locale,
    direction: /^(?:ar|he|fa|ur)\b/.test(to.locale) ? 'rtl' : 'ltr',
    title,
    from: side(from, diff.from, names?.from),
    to: side(to, diff.to, names?.to),
    summary: summaryWords({summary: diff.summary, changes: listed}, t),
    changes: chained,
    substantive: chained.filter(({materiality, isReplacement}) => materiality === 'substantive' && !isReplacement),
    editorial: chained.filter(({materiality, isReplacement}) => materiality === 'editorial' && !isReplacement),
    renumbered: listed.flatMap((change) => (change.kind === 'renumbered' ? [renumberedNote(change)] : [])),
    replacements: diff.replacements.map(({from: old, to: now, count}) => t('redline-replaced', {from: old, to: now, count})),
    warnings: diff.diagnostics.map(({path, actual, expected}) => ({
      words: t('redline-reference-not-followed', {place: namedAt(b, path), actual, expected: namedAt(b, expected)}),
      anchor: clauseAnchor(path),
    })),
    blocks,
  }

  function viewChange(change: Change, index: number): RedlineChange {
    const unit = unitAt(b, change.to[0]?.path) ?? unitAt(a, change.from[0]?.path)
    const units = change.to.length > 0 ? b : a
    const own = blocks.filter((block) => block.change === index)
    return {
      kind: change.kind,
      materiality: change.materiality,
      title: kindWords(change, t),
      place: unit ? placeWords(unit) : '',
      context: unit ? contextOf(units, unit) : [],
      notes: (change.kind === 'merged' ? own.at(-1) : own.find(({status}) => status !== 'moved-away'))?.notes.map(({words}) => words) ?? [],
      effects: change.effects.map((effect) => effectWords(effect, t)),
      anchor: (own.find(({status}) => status !== 'moved-away') ?? own[0])?.anchor ?? '',
      isReplacement: change.replacement !== undefined,
    }
  }

  function renumberedNote({from: old, to: now}: Change): RedlineNote {
    const range = (places: Change['from']) => {
      const labels = [places[0], places.at(-1)].map((place) => place?.label ?? place?.path ?? '')
      return labels[0] === labels[1] ? (labels[0] ?? '') : labels.join('–')
    }
    return {
      words: t('redline-renumbered', {from: range(old), to: range(now), count: now.length}),
      anchor: clauseAnchor(now[0]?.path ?? ''),
    }
  }
}

function side(agreement: Agreement, {version, sha256}: AgreementDiff['from'], name: string | undefined): RedlineSide {
  return {
    title: titleOf(agreement),
    ...(version !== undefined ? {name: version} : name !== undefined ? {name} : {}),
    ...(sha256 === undefined ? {} : {shortHash: sha256.slice(0, 12)}),
  }
}

function titleOf(agreement: Agreement): string {
  return headingText(agreement.titles.at(-1)) || (agreement.declaredTitle ?? '')
}

/** Sections around a clause, outermost first. */
function contextOf(units: readonly Unit[], unit: Unit): string[] {
  const context: string[] = []
  for (let parent = units[unit.parent]; parent; parent = units[parent.parent]) context.unshift(placeWords(parent))
  return context
}

function unitAt(units: readonly Unit[], path: string | undefined): Unit | undefined {
  return path === undefined ? undefined : units.find(({clause}) => clause.path === path)
}

function namedAt(units: readonly Unit[], path: string): string {
  const unit = unitAt(units, path)
  return unit ? labelWords(unit) : path
}
