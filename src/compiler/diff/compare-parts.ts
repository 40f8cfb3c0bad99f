import type {Aspect, Change} from './change.ts'
import type {PairContext} from './compare-pair.ts'
import {limitationEffects} from './effects/limitation-effects.ts'
import {quantityEffects} from './effects/quantity-effects.ts'
import {wordEffects} from './effects/word-effects.ts'
import type {Split} from './find-splits.ts'
import {foldText} from './fold-text.ts'
import {materialityOf} from './materiality.ts'
import {placeOf} from './place.ts'
import {type Unit, unitText} from './unit.ts'
import {compareWording} from './wording.ts'

/** A clause that became several, or several that became one. */
export function compareParts(context: PairContext, kind: 'split' | 'merged', {whole, parts}: Split): Change {
  const {alignment, from, to, tokenize, factsFrom, factsTo} = context
  const {a, b} = alignment.matching
  const pick = (units: readonly Unit[], indices: readonly number[]) => indices.flatMap((index) => units[index] ?? [])
  const old = kind === 'split' ? pick(a, [whole]) : pick(a, parts)
  const now = kind === 'split' ? pick(b, parts) : pick(b, [whole])
  const [before, after] = [joined(old), joined(now)]
  const segments = compareWording(before, after, tokenize)
  const isReworded = foldText(withoutLabels(before, now)) !== foldText(withoutLabels(after, old))
  const limitations = (units: readonly Unit[], facts: PairContext['factsFrom']) =>
    units.flatMap(({clause}) => facts.get(clause.path)?.limitations ?? [])
  const effects = [
    ...quantityEffects(
      {text: before, path: old[0]?.clause.path ?? '', facts: from.facts},
      {text: after, path: now[0]?.clause.path ?? '', facts: to.facts},
      segments,
    ),
    ...(isReworded ? wordEffects(segments, to.facts.parties) : []),
    ...limitationEffects(limitations(old, factsFrom), limitations(now, factsTo), undefined),
  ]
  const aspects: Aspect[] = isReworded ? ['structure', 'wording'] : ['structure']
  return {
    kind,
    aspects,
    from: old.map(({clause}) => placeOf(clause, from.ids)),
    to: now.map(({clause}) => placeOf(clause, to.ids)),
    segments,
    effects,
    ...materialityOf({kind, aspects, effects, segments, isLimiting: limitations([...old], factsFrom).length > 0, isDateline: false}),
  }
}

/** A label that stood in the middle of a text before its clause had a line of its own is no wording. */
function withoutLabels(text: string, parts: readonly Unit[]): string {
  return parts.reduce((rest, {clause}) => (clause.label ? rest.replace(clause.label.text, '') : rest), text)
}

function joined(units: readonly Unit[]): string {
  return units.map(unitText).join('\n')
}
