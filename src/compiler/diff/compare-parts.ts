import type {Split} from './alignment/find-splits.ts'
import {foldText} from './alignment/fold-text.ts'
import {type Unit, unitText} from './alignment/unit.ts'
import type {Aspect, Change} from './change.ts'
import {NO_FACTS, type PairContext} from './compare-pair.ts'
import {limitationEffects} from './effects/limitation-effects.ts'
import {quantityEffects} from './effects/quantity-effects.ts'
import {wordEffects} from './effects/word-effects.ts'
import {materialityOf} from './materiality.ts'
import {placeOf} from './place.ts'

/** A clause that became several, or several that became one. */
export function compareParts(context: PairContext, kind: 'split' | 'merged', {whole, parts}: Split): Change {
  const {alignment, from, to, compareWording, partyNames, factsFrom, factsTo} = context
  const {a, b} = alignment.matching
  const pick = (units: readonly Unit[], indices: readonly number[]) => indices.flatMap((index) => units[index] ?? [])
  const old = kind === 'split' ? pick(a, [whole]) : pick(a, parts)
  const now = kind === 'split' ? pick(b, parts) : pick(b, [whole])
  const [before, after] = [joined(old), joined(now)]
  const segments = compareWording(before, after)
  const isReworded = foldText(withoutLabels(before, now)) !== foldText(withoutLabels(after, old))
  const factsOf = (units: readonly Unit[], facts: PairContext['factsFrom']) => units.map(({clause}) => facts.get(clause.path) ?? NO_FACTS)
  const limitationsOf = (units: readonly Unit[], facts: PairContext['factsFrom']) =>
    factsOf(units, facts).flatMap(({limitations}) => limitations)
  const effects = [
    ...quantityEffects(
      {text: before, noticePeriods: factsOf(old, factsFrom).flatMap(({noticePeriods}) => noticePeriods)},
      {text: after, noticePeriods: factsOf(now, factsTo).flatMap(({noticePeriods}) => noticePeriods)},
      segments,
    ),
    ...(isReworded ? wordEffects(segments, partyNames) : []),
    ...limitationEffects(limitationsOf(old, factsFrom), limitationsOf(now, factsTo), undefined),
  ]
  const aspects: Aspect[] = isReworded ? ['structure', 'wording'] : ['structure']
  return {
    kind,
    aspects,
    from: old.map(({clause}) => placeOf(clause, from.ids)),
    to: now.map(({clause}) => placeOf(clause, to.ids)),
    segments,
    effects,
    ...materialityOf({kind, aspects, effects, segments, isLimiting: limitationsOf(old, factsFrom).length > 0, isDateline: false}),
  }
}

/** A label that stood in the middle of a text before its clause had a line of its own is no wording. */
function withoutLabels(text: string, parts: readonly Unit[]): string {
  return parts.reduce((rest, {clause}) => (clause.label ? rest.replace(clause.label.text, '') : rest), text)
}

function joined(units: readonly Unit[]): string {
  return units.map(unitText).join('\n')
}
