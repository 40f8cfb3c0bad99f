import {type Unit, unitText} from './alignment/unit.ts'
import type {Change} from './change.ts'
import type {PairContext} from './compare-pair.ts'
import {limitationEffects} from './effects/limitation-effects.ts'
import {materialityOf} from './materiality.ts'
import {placeOf} from './place.ts'

/** A clause that only one version has. */
export function aloneChange({from, to, factsFrom, factsTo}: PairContext, kind: 'added' | 'removed', unit: Unit): Change {
  const isAdded = kind === 'added'
  const limitations = (isAdded ? factsTo : factsFrom).get(unit.clause.path)?.limitations ?? []
  const effects = isAdded ? limitationEffects([], limitations, undefined) : limitationEffects(limitations, [], undefined)
  const place = placeOf(unit.clause, (isAdded ? to : from).ids)
  const text = unitText(unit)
  const segments = text === '' ? [] : [{op: isAdded ? ('insert' as const) : ('delete' as const), text}]
  return {
    kind,
    aspects: ['wording'],
    from: isAdded ? [] : [place],
    to: isAdded ? [place] : [],
    segments,
    effects,
    ...materialityOf({kind, aspects: ['wording'], effects, segments, isLimiting: effects.length > 0, isDateline: false}),
  }
}
