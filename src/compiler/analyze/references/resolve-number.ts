import type {Clause} from '../../clause-tree/index.ts'
import type {ClauseText} from '../clause-text.ts'
import {readNumber} from '../read-number.ts'
import {type Mention, type Resolution, textAfter} from './reference-pattern.ts'

/** A number: a path, a path below the current part, or a label further down; statutes are other documents. */
export function resolveNumber(mention: Mention): Resolution | undefined {
  const {match, groups, site, index} = mention
  const {number: written} = groups
  const {paths, clauses} = index
  if (written === undefined) return undefined
  if (
    STATUTE_BEFORE.test(site.text.slice(Math.max(0, match.index - LONGEST_STATUTE), match.index)) ||
    STATUTE_AFTER.test(textAfter(mention))
  )
    return {resolved: true, external: true}
  const value = /^[〇零一二两三四五六七八九十百]/.test(written) ? String(readNumber(written) ?? '') : written
  const base = value
    .replace(/\s/g, '')
    .replace(/[()]/g, '.')
    .replace(/\.+/g, '.')
    .replace(/^\.|\.$/g, '')
    .toLowerCase()
  const part = site.clause.path.split('.')[0] ?? ''
  const step = (written: string | undefined) => (written === undefined ? '' : `.${readNumber(written) ?? written}`)
  const paragraph = step(groups.paragraph)
  const item = step(groups.item)
  const candidates = [base, `${part}.${base}`].flatMap((start) => [
    `${start}${paragraph}${item}`,
    `${start}${paragraph}`,
    `${start}${item}`,
  ])
  const target =
    candidates.find((path) => paths.has(path)) ?? [base, `${part}.${base}`].find((path) => paths.has(path)) ?? labelled(base, clauses, site)
  return target === undefined ? {resolved: false} : {resolved: true, target}
}

/** A clause whose label shows the number, whatever its path: sections that run through parts, letters of the current clause. */
function labelled(base: string, clauses: readonly Clause[], site: ClauseText): string | undefined {
  const own = clauses.find(
    (clause) =>
      clause.path === `${site.clause.path}.${base}` || clause.path === `${site.clause.path.split('.').slice(0, -1).join('.')}.${base}`,
  )
  if (own) return own.path
  const shown = (clause: Clause) =>
    clause.label?.text
      .toLowerCase()
      .replace(/^(?:section|article|clause|part|chapter|§+|第)\s*/, '')
      .replace(/[.:)）、条章\s–-]+$/, '')
      .replace(/^[(（]/, '')
  return clauses.find((clause) => shown(clause) === base && (clause.kind === 'section' || clause.kind === 'part' || base.includes('.')))
    ?.path
}

/** `第二款` beside clauses: the second clause of the section. Statutes count paragraphs so, which have no labels; these are no reference. */
export function resolveSibling({groups: {number = ''}, site: {clause}, index: {paths}}: Mention): Resolution | undefined {
  const steps = clause.path.split('.')
  const target = [steps[0], steps.slice(0, -1).join('.')]
    .map((parent) => `${parent}.${readNumber(number) ?? number}`)
    .find((path) => paths.has(path))
  return target === undefined ? undefined : {resolved: true, target}
}

/** Letters before a number in which a statute is named. */
const LONGEST_STATUTE = 80
const STATUTE_BEFORE =
  /(?:法|条例|规定|办法|解释|法典|通知|标准|》|Act|Code|Regulation|Directive|GDPR|CCPA|BGB|HGB|UWG|DSGVO|loi|Loi|Code civil|décret|(?:[A-Z]\.){2,4}|Stat\.)(?:\sof(?:\sthe)?(?:\s[A-Z][\w-]*){1,4})?,?\s?(?:的|of|du)?\s?$/
const STATUTE_AFTER =
  /^[^.。,，;；)]{0,24}?(?:\bof the (?:(?:[A-Z][\w-]+|of|and|on|for) )*(?:Act|Code|Regulation|Directive|Law|GDPR)\b|\b(?:BGB|HGB|UWG|DSGVO|GDPR|TMG|TKG|UStG|CCPA)\b|\bdu (?:Code|règlement)|\bde la (?:loi|directive)|\bdu (?:RGPD))/
