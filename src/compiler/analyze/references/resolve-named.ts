import {readNumber} from '../read-number.ts'
import {settlingClause} from '../settling-clause.ts'
import {type Mention, type Resolution, textAfter} from './reference-pattern.ts'

/** An annex by its number; any annex where the text gives none, and no reference where it speaks of whatever annexes there are. */
export function resolveAnnex(mention: Mention): Resolution | undefined {
  const {number} = mention.groups
  if (number === undefined && isAnnexesOfAll(mention)) return undefined
  const wanted = number === undefined ? undefined : String(readNumber(number) ?? number.toLowerCase())
  const found = mention.index.annexes.find(
    ({path}) => wanted === undefined || path === `annex-${wanted}` || path === wanted || path.endsWith(`-${wanted}`),
  )
  return found ? {resolved: true, target: found.path} : {resolved: false}
}

/** `附件为本协议不可分割的组成部分`, `作为合同附件`. */
function isAnnexesOfAll(mention: Mention): boolean {
  const before = mention.site.text.slice(0, mention.match.index)
  return /(?:作为|以)[^，。；]{0,8}$/.test(before) || /^[^。；]{0,40}(?:不可分割|组成部分)/.test(textAfter(mention))
}

/** A clause named by its subject. */
export function resolveTopic({groups: {topic = ''}, site: {clause}, index: {clauses}}: Mention): Resolution {
  const settling = settlingClause(topic, clause, clauses)
  return settling ? {resolved: true, target: settling.path} : {resolved: false}
}

/** `前款`: the clause before this one that is no deeper. */
export function resolveBefore({site: {clause}, index: {clauses}}: Mention): Resolution {
  const at = clauses.findIndex((other) => other.path === clause.path)
  const depth = clause.path.split('.').length
  const previous = clauses.slice(0, at).findLast((other) => other.path.split('.').length <= depth)
  return previous ? {resolved: true, target: previous.path} : {resolved: false}
}

/** `本条`: the section that speaks. */
export function resolveOwnSection({site: {clause}}: Mention): Resolution {
  return {resolved: true, target: clause.path.split('.')[0] ?? clause.path}
}

/** Another document; this agreement's own title is a reference to itself, a law needs no link. */
export function resolveDocument(mention: Mention): Resolution {
  const {
    groups: {name = ''},
    index: {title},
  } = mention
  if (/^\s?\((?:以下|下)?(?:简称|称)为?[“"「]?本(?:协议|合同|条款|规则)/.test(textAfter(mention))) return {resolved: true}
  if (title !== '' && (name === title || name.endsWith(title) || title.endsWith(name))) return {resolved: true}
  const isLaw =
    /(?:法|条例|规定|办法|解释|通知|决定|标准化?|规范|公约)$/.test(name) && /(?:中华人民共和国|关于|管理|规定|登记|保护|法$)/.test(name)
  return {resolved: isLaw || isLinked(mention), external: true}
}

/** Whether a link lies over the words. */
export function isLinked({match, site: {clause}}: Mention): boolean {
  const spans = clause.body?.type === 'paragraph' ? clause.body.spans : []
  let offset = 0
  const end = match.index + match[0].length
  for (const span of spans) {
    if (span.link && offset < end && offset + span.value.length > match.index) return true
    offset += span.value.length
  }
  return false
}
