import {type Agreement, headingText} from '../clause-tree/index.ts'
import {type AgreementDiff, type Change, type ChangeKind, type Unit, unitsOf} from '../diff/index.ts'
import {clauseAnchor} from './anchor.ts'
import {directionOf} from './direction.ts'
import {SILENT_HEAD} from './page-view.ts'
import {arrangeUnits} from './redline/arrange-units.ts'
import {effectWords, kindWords, labelWords, linkWords, placeWords, rowWords, summaryWords} from './redline/redline-words.ts'
import {type NumberedBlock, viewBlocks} from './redline/view-blocks.ts'
import type {RedlineBlock, RedlineChange, RedlineNote, RedlineSide, RedlineView} from './redline-view.ts'
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
  const numbered = viewBlocks(steps, {a, b, diff, told, translate: t})
  const [unitsA, unitsB] = [byPath(a), byPath(b)]
  const own: NumberedBlock[][] = told.map(() => [])
  for (const block of numbered) if (block.change !== undefined) own[block.change]?.push(block)
  const first = own.map((blocks) => blocks.find(({status}) => status !== 'moved-away') ?? blocks[0])
  const changes = told.map((change, index) => viewChange(change, index))
  const blocks = numbered.map(({change: index, ...block}): RedlineBlock => {
    const change = index === undefined ? undefined : changes[index]
    return change ? {...block, change} : block
  })
  const title = titleOf(to) || titleOf(from)
  return {
    type: 'redline',
    locale: to.locale,
    direction: directionOf(to.locale),
    title: t('redline-title', {title}),
    agreement: title,
    head: SILENT_HEAD,
    from: side(from, diff.from, names?.from),
    to: side(to, diff.to, names?.to),
    summary: summaryWords({summary: diff.summary, changes: listed}, t),
    changes,
    kinds: [...new Set(changes.map(({kind}) => kind))].map((id) => ({id, words: t(`redline-kind-${id}`)})),
    substantive: changes.filter(({materiality, isReplacement}) => materiality === 'substantive' && !isReplacement),
    editorial: changes.filter(({materiality, isReplacement}) => materiality === 'editorial' && !isReplacement),
    renumbered: listed.flatMap((change) => (change.kind === 'renumbered' ? [renumberedNote(change)] : [])),
    replacements: diff.replacements.map(({from: old, to: now, count}) => t('redline-replaced', {from: old, to: now, count})),
    warnings: diff.diagnostics.map(({path, actual, expected}) => ({
      words: t('redline-reference-not-followed', {place: namedAt(unitsB, path), actual, expected: namedAt(unitsB, expected)}),
      anchor: clauseAnchor(path),
    })),
    blocks,
  }

  function viewChange(change: Change, index: number): RedlineChange {
    const unit = unitsB.get(change.to[0]?.path ?? '') ?? unitsA.get(change.from[0]?.path ?? '')
    const units = change.to.length > 0 ? b : a
    const last = own[index]?.at(-1)
    const [previous, next] = [first[index - 1]?.anchor, first[index + 1]?.anchor]
    return {
      number: index + 1,
      kind: change.kind,
      materiality: change.materiality,
      title: kindWords(change, t),
      place: unit ? placeWords(unit) : '',
      context: unit ? contextOf(units, unit) : [],
      notes: (change.kind === 'merged' ? last : first[index])?.notes.map(({words}) => words) ?? [],
      effects: [
        ...rowWords(change.rows ?? [], t),
        ...change.effects.map((effect) => effectWords(effect, t)),
        ...(change.aspects.includes('link')
          ? linkWords(unitsA.get(change.from[0]?.path ?? ''), unitsB.get(change.to[0]?.path ?? ''), t)
          : []),
      ],
      anchor: first[index]?.anchor ?? '',
      ...(previous === undefined ? {} : {previous}),
      ...(next === undefined ? {} : {next}),
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

function byPath(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.clause.path, unit]))
}

function namedAt(units: ReadonlyMap<string, Unit>, path: string): string {
  const unit = units.get(path)
  return unit ? labelWords(unit) : path
}
