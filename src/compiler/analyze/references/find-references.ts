import type {Agreement} from '../../clause-tree/index.ts'
import {type ClauseText, clauseTexts} from '../clause-text.ts'
import type {ReferenceFact} from '../facts.ts'
import {candidateFinder} from '../search/candidate-finder.ts'
import {matchesIn} from '../search/matches-in.ts'
import {clauseIndex} from './clause-index.ts'
import {CHINESE_REFERENCES} from './patterns/chinese.ts'
import {LATIN_REFERENCES} from './patterns/latin.ts'

/** Finds references to clauses, annexes and other documents, and resolves those that stay inside the agreement. */
export function findReferences(agreement: Agreement): ReferenceFact[] {
  const index = clauseIndex(agreement)
  return clauseTexts(agreement).flatMap((site) => {
    if (!site.clause.body) return []
    const facts: ReferenceFact[] = []
    const taken: [number, number][] = []
    for (const {pattern, members, resolve} of candidates(site.text)) {
      for (const match of matchesIn(site.text, pattern)) {
        const start = match.index
        const end = start + match[0].length
        if (taken.some(([from, to]) => start < to && end > from)) continue
        const found = membersOf(match, members).flatMap(({from, to, groups}): ReferenceFact[] => {
          const resolution = resolve({match, groups, site, index})
          const text = match[0].slice(from, to).trim()
          return resolution ? [{path: site.clause.path, text, ...resolution, position: site.position(start + from, start + to)}] : []
        })
        if (found.length > 0) taken.push([start, end])
        facts.push(...found)
      }
    }
    return [...facts, ...linkReferences(site)].sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0))
  })
}

const candidates = candidateFinder([...CHINESE_REFERENCES, ...LATIN_REFERENCES], ({pattern}) => pattern)

/** Part of the words that refer, with what it says. */
interface Member {
  readonly from: number
  readonly to: number
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** The numbers of an enumeration, the first with the words before it; without such numbers all the words. */
function membersOf(match: RegExpExecArray, members: RegExp | undefined): readonly Member[] {
  const numbers = members ? matchesIn(match[0], members) : []
  if (numbers.length === 0) return [{from: 0, to: match[0].length, groups: match.groups ?? {}}]
  return numbers.map((number, place) => ({
    from: place === 0 ? 0 : number.index,
    to: number.index + number[0].length,
    groups: number.groups ?? {},
  }))
}

function linkReferences({clause}: ClauseText): ReferenceFact[] {
  const spans = clause.body?.type === 'paragraph' ? clause.body.spans : []
  const seen = new Set<string>()
  return spans.flatMap((span): ReferenceFact[] => {
    if (!span.link || seen.has(span.link.url)) return []
    seen.add(span.link.url)
    const {url} = span.link
    if (url.startsWith('#')) return [{path: clause.path, text: span.value, resolved: true, position: span.position}]
    return [
      {
        path: clause.path,
        text: span.value,
        resolved: /^(?:https?:|mailto:|tel:|\{\{)/i.test(url),
        external: true as const,
        position: span.position,
      },
    ]
  })
}
