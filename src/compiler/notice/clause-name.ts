import {say, type Wording} from './wording.ts'

/** How a lawyer calls a clause: by its number, by its paragraph, or as a part of the preamble. */
export function clauseName({path, label}: {readonly path: string; readonly label?: string | undefined}): Wording {
  const paragraph = /(?:^|\.)p(\d+)$/.exec(path)?.[1]
  const owner = path.replace(/\.?p\d+$/, '').replace(/~\d+/g, '')
  if (/^title(?:\.|$)/.test(path)) return say('clause-name-title')
  if (owner === '0' || owner === '') return say('clause-name-preamble', {paragraph: paragraph ?? ''})
  if (owner === 'colophon') return say('clause-name-colophon')
  if (owner.startsWith('front')) return say('clause-name-front')
  const annex = /^annex-([^.]+)(?:\.(.+))?$/.exec(owner)
  if (annex?.[1] !== undefined) {
    const name = say('clause-name-annex', {number: annex[1]})
    const clause = annex[2] === undefined ? name : say('clause-name-in-annex', {annex: name, number: annex[2]})
    return paragraph === undefined ? clause : say('clause-name-annex-paragraph', {annex: clause, paragraph})
  }
  if (paragraph !== undefined) return say('clause-name-paragraph', {number: owner, paragraph})
  const own = label?.trim().replace(/[\s、.．:：]+$/, '')
  if (own !== undefined && /^(?:第.+[条章节款]|附[件录表]|Annex|Schedule|Appendix|Article|Section|Part|§|Art)/i.test(own))
    return say('clause-name-own', {label: own})
  if (own !== undefined && /^\d+(?:\.\d+)+$/.test(own)) return say('clause-name-number', {number: own})
  return say('clause-name-number', {number: owner})
}

/** Several clauses, each once. */
export function clauseNames(clauses: readonly {readonly path: string; readonly label?: string | undefined}[]): {
  readonly list: readonly Wording[]
} {
  const seen = new Set<string>()
  return {list: clauses.filter(({path}) => !seen.has(path) && seen.add(path)).map((clause) => clauseName(clause))}
}
