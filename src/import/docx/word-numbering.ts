import {formatWordNumber} from './format-word-number.ts'
import {attributeValue, childNamed, elementsNamed} from './word-xml.ts'

/** Counts the automatic numbers of a document, as Word shows them (ECMA-376 part 1, 17.9). */
export interface WordNumbering {
  /** The label of the next paragraph of a list: `bullet` for one, '' for none. */
  next(numberId: string, level: number): {readonly label: string; readonly isBullet: boolean}
  /** Level of a list that a paragraph style is linked to. */
  levelOf(numberId: string, styleId: string): number | undefined
}

interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
  readonly isLegal: boolean
  readonly restart: number | undefined
  readonly styleId: string | undefined
}

interface List {
  /** Lists with one definition count on together. */
  readonly counterId: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

/** Reads `numbering.xml`. */
export function readWordNumbering(document: Document | undefined): WordNumbering {
  const abstracts = new Map<string, {levels: Map<number, Level>; linked: string | undefined}>()
  for (const element of document ? elementsNamed(document, 'w:abstractNum') : [])
    abstracts.set(element.getAttribute('w:abstractNumId') ?? '', {
      levels: levelsOf(element),
      linked: attributeValue(element, 'w:numStyleLink'),
    })
  const byLink = new Map<string, Map<number, Level>>()
  for (const element of document ? elementsNamed(document, 'w:abstractNum') : []) {
    const link = attributeValue(element, 'w:styleLink')
    if (link !== undefined) byLink.set(link, levelsOf(element))
  }
  const lists = new Map<string, List>()
  for (const element of document ? elementsNamed(document, 'w:num') : []) {
    const counterId = attributeValue(element, 'w:abstractNumId') ?? ''
    const abstract = abstracts.get(counterId)
    const base = abstract && abstract.levels.size === 0 && abstract.linked !== undefined ? byLink.get(abstract.linked) : abstract?.levels
    const levels = new Map(base)
    const startOverrides = new Map<number, number>()
    for (const override of elementsNamed(element, 'w:lvlOverride')) {
      const index = Number(override.getAttribute('w:ilvl'))
      const start = attributeValue(override, 'w:startOverride')
      if (start !== undefined) startOverrides.set(index, Number(start))
      for (const [level, definition] of levelsOf(override)) levels.set(level, definition)
    }
    lists.set(element.getAttribute('w:numId') ?? '', {counterId, levels, startOverrides})
  }
  const counters = new Map<string, Map<number, number>>()
  const overridden = new Set<string>()
  return {
    levelOf: (numberId, styleId) => [...(lists.get(numberId)?.levels ?? [])].find(([, level]) => level.styleId === styleId)?.[0],
    next: (numberId, index) => {
      const list = lists.get(numberId)
      const level = list?.levels.get(index)
      if (!list || !level) return {label: '', isBullet: false}
      const counter = counters.get(list.counterId) ?? new Map<number, number>()
      counters.set(list.counterId, counter)
      const override = list.startOverrides.get(index)
      const isFirst = override !== undefined && !overridden.has(`${numberId} ${index}`)
      if (isFirst) overridden.add(`${numberId} ${index}`)
      counter.set(index, isFirst ? override : counter.has(index) ? (counter.get(index) ?? 0) + 1 : level.start)
      for (const deeper of [...counter.keys()])
        if (deeper > index && list.levels.get(deeper)?.restart !== 0 && !((list.levels.get(deeper)?.restart ?? deeper) <= index))
          counter.delete(deeper)
      if (level.format === 'bullet') return {label: '', isBullet: true}
      const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const definition = list.levels.get(at)
        const value = counter.get(at) ?? definition?.start ?? 1
        return formatWordNumber(value, level.isLegal ? 'decimal' : (definition?.format ?? 'decimal'))
      })
      return {label: level.format === 'none' && !/[^%\d\s]/.test(level.text) ? '' : label, isBullet: false}
    },
  }
}

function levelsOf(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of elementsNamed(element, 'w:lvl')) {
    const restart = attributeValue(level, 'w:lvlRestart')
    levels.set(Number(level.getAttribute('w:ilvl')), {
      format: attributeValue(level, 'w:numFmt') ?? 'decimal',
      text: attributeValue(level, 'w:lvlText') ?? '',
      start: Number(attributeValue(level, 'w:start') ?? '1'),
      isLegal: childNamed(level, 'w:isLgl') !== undefined,
      restart: restart === undefined ? undefined : Number(restart),
      styleId: attributeValue(level, 'w:pStyle'),
    })
  }
  return levels
}
