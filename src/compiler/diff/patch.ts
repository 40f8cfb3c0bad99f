import type {Agreement, Body, Clause, Heading, Label} from '../clause-tree/index.ts'
import {unitsOf} from './alignment/unit.ts'
import {alignVersions} from './compare-agreements.ts'

/** What turns one version into another: its clauses in order, each kept, changed or new. Positions are no part of it. */
export interface Patch {
  readonly schemaVersion: 1
  readonly locale: string
  readonly declaredTitle?: string
  readonly titles: Agreement['titles']
  readonly frontMatter: Agreement['frontMatter']
  readonly steps: readonly PatchStep[]
}

/** A clause of the new version. What is left out is as in the clause that it keeps. */
export interface PatchStep {
  /** Path of the old clause that it is; absent for a new one. */
  readonly keep?: string
  readonly path: string
  readonly depth: number
  readonly kind?: Clause['kind']
  /** `null` where the clause has none any more. */
  readonly label?: Label | null
  readonly heading?: Heading | null
  readonly body?: Body | null
}

/** The patch from one version to another. */
export function patchBetween(from: Agreement, to: Agreement): Patch {
  const {matching} = alignVersions(from, to)
  const clauses = new Set<Clause>()
  const collect = (clause: Clause) => {
    clauses.add(clause)
    clause.children.forEach(collect)
  }
  to.clauses.forEach(collect)
  return {
    schemaVersion: 1,
    locale: to.locale,
    ...(to.declaredTitle === undefined ? {} : {declaredTitle: to.declaredTitle}),
    titles: to.titles,
    frontMatter: to.frontMatter,
    steps: matching.b
      .filter(({clause}) => clauses.has(clause))
      .map(({index, clause, depth}) => {
        const old = matching.a[matching.toA[index] ?? -1]?.clause
        const keeps = old !== undefined && !old.path.startsWith('title') && !old.path.startsWith('front')
        const changed = <K extends 'label' | 'heading' | 'body'>(field: K) =>
          keeps && sameApartFromPosition(old[field], clause[field]) ? {} : {[field]: clause[field] ?? null}
        return {
          ...(keeps ? {keep: old.path} : {}),
          path: clause.path,
          depth,
          ...(keeps && old.kind === clause.kind ? {} : {kind: clause.kind}),
          ...changed('label'),
          ...changed('heading'),
          ...changed('body'),
        }
      }),
  }
}

/**
 * Applies a patch to the version that it was made from.
 *
 * @throws {RangeError} where the patch keeps a clause that the version does not have
 */
export function applyPatch(from: Agreement, patch: Patch): Agreement {
  const clauses = new Map(unitsOf(from).map(({clause}) => [clause.path, clause]))
  const roots: Clause[] = []
  const open: {readonly depth: number; readonly children: Clause[]}[] = [{depth: -1, children: roots}]
  for (const {keep, path, depth, kind, label, heading, body} of patch.steps) {
    const old = keep === undefined ? undefined : clauses.get(keep)
    if (keep !== undefined && old === undefined)
      throw new RangeError(`Unexpected clause \`${keep}\` in the patch, expected one of the version it is applied to`)
    const children: Clause[] = []
    const pick = <T>(now: T | null | undefined, before: T | undefined) => (now === undefined ? before : (now ?? undefined))
    const fields = {label: pick(label, old?.label), heading: pick(heading, old?.heading), body: pick(body, old?.body)}
    const clause: Clause = {
      type: 'clause',
      kind: kind ?? old?.kind ?? 'paragraph',
      path,
      ...(fields.label ? {label: fields.label} : {}),
      ...(fields.heading ? {heading: fields.heading} : {}),
      ...(fields.body ? {body: fields.body} : {}),
      children,
      position: old?.position ?? fields.label?.position ?? fields.heading?.position ?? from.clauses[0]?.position ?? START,
    }
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    open.at(-1)?.children.push(clause)
    open.push({depth, children})
  }
  return {
    type: 'agreement',
    locale: patch.locale,
    titles: patch.titles,
    ...(patch.declaredTitle === undefined ? {} : {declaredTitle: patch.declaredTitle}),
    frontMatter: patch.frontMatter,
    clauses: roots,
    dropped: [],
  }
}

const START = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}}

function sameApartFromPosition(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a, withoutPosition) === JSON.stringify(b, withoutPosition)
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value
}
