import {type Agreement, type Clause, flattenClauses, headingText} from '../clause-tree/index.ts'
import {type ClauseText, clauseTexts} from './clause-text.ts'
import type {ReferenceFact} from './facts.ts'
import {foldWidth} from './fold-width.ts'
import {readNumber} from './read-number.ts'
import {candidateFinder} from './search/candidate-finder.ts'
import {matchesIn} from './search/matches-in.ts'
import {settlingClause} from './settling-clause.ts'

/** Finds references to clauses, annexes and other documents, and resolves those that stay inside the agreement. */
export function findReferences(agreement: Agreement): ReferenceFact[] {
  const index = clauseIndex(agreement)
  return clauseTexts(agreement).flatMap((site) => {
    if (!site.clause.body) return []
    const facts: ReferenceFact[] = []
    const taken: [number, number][] = []
    for (const {pattern, resolve} of candidates(site.text)) {
      for (const match of matchesIn(site.text, pattern)) {
        const start = match.index
        const end = start + match[0].length
        if (taken.some(([from, to]) => start < to && end > from)) continue
        const resolution = resolve(match, site, index)
        if (!resolution) continue
        taken.push([start, end])
        facts.push({path: site.clause.path, text: match[0].trim(), ...resolution, position: site.position(start, end)})
        const more = number(match.groups?.more, site, index, match)
        if (match.groups?.more !== undefined && more) {
          const from = end - match.groups.more.length
          facts.push({path: site.clause.path, text: match.groups.more, ...more, position: site.position(from, end)})
        }
      }
    }
    return [...facts, ...linkReferences(site)].sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0))
  })
}

type Resolution = Pick<ReferenceFact, 'resolved'> & Partial<Pick<ReferenceFact, 'target' | 'external'>>

interface ClauseIndex {
  readonly paths: ReadonlySet<string>
  readonly clauses: readonly Clause[]
  readonly title: string
  readonly annexes: readonly Clause[]
}

interface ReferencePattern {
  readonly pattern: RegExp
  readonly resolve: (match: RegExpMatchArray, site: ClauseText, index: ClauseIndex) => Resolution | undefined
}

const HAN = '[〇零一二两三四五六七八九十百\\d]'
const STATUTE_BEFORE =
  /(?:法|条例|规定|办法|解释|法典|通知|标准|》|Act|Code|Regulation|Directive|GDPR|CCPA|BGB|HGB|UWG|DSGVO|loi|Loi|Code civil|décret|(?:[A-Z]\.){2,4}|Stat\.)\s?(?:的|of|du)?\s?$/
const STATUTE_AFTER =
  /^[^.。,，;；)]{0,24}?(?:\bof the (?:[A-Z][\w-]+ )*(?:Act|Code|Regulation|Directive|Law|GDPR)\b|\b(?:BGB|HGB|UWG|DSGVO|GDPR|TMG|TKG|UStG|CCPA)\b|\bdu (?:Code|règlement)|\bde la (?:loi|directive)|\bdu (?:RGPD))/

const PATTERNS: readonly ReferencePattern[] = [
  {
    pattern: new RegExp(`(?<document>《[^》]{2,40}》)第${HAN}{1,6}条(?:第${HAN}{1,4}款)?(?:第?[(（]?${HAN}{1,4}[)）]?项)?`, 'g'),
    resolve: () => ({resolved: true, external: true}),
  },
  {
    pattern: new RegExp(`第\\s?(?<from>${HAN}{1,6})\\s?条?\\s?(?:至|到|-|—|~)\\s?第?\\s?(?<to>${HAN}{1,6})\\s?条`, 'g'),
    resolve: (match, site, index) => number(match.groups?.to, site, index, match),
  },
  {
    pattern: /第\s?(?<number>\d{1,3}(?:\.\d{1,3})+)\s?[条款项]?/g,
    resolve: (match, site, index) => number(match.groups?.number, site, index, match),
  },
  {
    pattern: new RegExp(
      `第\\s?(?<number>${HAN}{1,6})\\s?[条章](?:之[一二三四五六七八九十])?(?:第\\s?(?<paragraph>${HAN}{1,4})\\s?款)?(?:第?\\s?[(]?(?<item>${HAN}{1,4})[)]?\\s?项)?`,
      'g',
    ),
    resolve: (match, site, index) => number(match.groups?.number, site, index, match),
  },
  {
    pattern: new RegExp(`(?<!条)第\\s?(?<from>${HAN}{1,3})\\s?(?:(?:至|到|-|—|~|、|和|及)+\\s?第?\\s?(?<to>${HAN}{1,3})\\s?)?款`, 'g'),
    resolve: ({groups}, site, index) => sibling(groups?.to ?? groups?.from ?? '', site, index),
  },
  {
    pattern: /(?:本协议|本合同|本条款)\s?(?<number>\d{1,3}(?:\.\d{1,3})+)\s?条?/g,
    resolve: (match, site, index) => number(match.groups?.number, site, index, match),
  },
  {
    pattern: /本(?:条|款|项|节|章)(?!款)(?=[上下前后]?[述列]?[^，。；]{0,12})/g,
    resolve: (_, {clause}) => ({resolved: true, target: clause.path.split('.')[0] ?? clause.path}),
  },
  {pattern: /(?:前[一二两三四]?|上[一述]?|上述|下述)(?:条|款|项)(?!件)/g, resolve: (_, site, index) => before(site, index)},
  {
    pattern:
      /(?:附件|附录|附表)\s?(?<number>[一二三四五六七八九十]|\d{1,2}|[A-Z])?(?=[^\p{L}\d]|[的中所和与及、见为按]|$|[\p{Script=Han}])/gu,
    resolve: (match, site, index) => (isAnnexesOfAll(match, site) ? undefined : annex(match.groups?.number, index)),
  },
  {
    pattern:
      /(?<topic>(?:免除或者?限制责任|限制或免除责任|责任限制|免责|管辖法院的选择|管辖|争议解决|法律适用|知识产权|信息保密|保密|赔偿方案|违约责任)(?:[、和及与](?:信息)?[\p{Script=Han}]{2,6})?)的?条款(?!可能)/gu,
    resolve: (match, site, index) => topic(match.groups?.topic ?? '', site, index),
  },
  {pattern: /(?:按照|根据|依据|依照|以|按)本(?:协议|合同)(?:的)?(?:约定|规定)/g, resolve: () => ({resolved: true})},
  {pattern: /《(?<name>[^》]{2,60})》/g, resolve: (match, site, index) => document(match.groups?.name ?? '', match, site, index)},
  {
    pattern: /(?:详见|参见|请见|请参阅|请查看)(?!第|本|《|附件|上|下)(?<name>[\p{Script=Han}A-Za-z0-9 ]{2,30})/gu,
    resolve: (match, site) => (isLinked(match, site) ? undefined : {resolved: false, external: true}),
  },
  {
    pattern:
      /\b(?:Sections?|Clauses?|Articles?|Paragraphs?|Secs?\.|Arts?\.|sections?|clauses?|paragraphs?)\s+(?<number>\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-zA-Z0-9]{1,4}\))*|[IVXLC]{1,6}\b|[A-Z](?:\.\d{1,2}|\(\d\))?(?![a-z])|\([a-z]{1,3}\))(?:\s*(?:,|and|or|through|to|–|-)+\s*(?<more>\d{1,3}(?:\.\d{1,3})*(?:\([a-z]\))?|[A-Z](?![\w])))?/g,
    resolve: (match, site, index) =>
      match[0].startsWith('Art') && STATUTE_AFTER.test(after(match, site))
        ? {resolved: true, external: true}
        : number(match.groups?.number, site, index, match),
  },
  {
    pattern: /\b(?:this|that)\s+(?:Section|Clause|Article|paragraph|clause|section)\b/g,
    resolve: (_, {clause}) => ({resolved: true, target: clause.path.split('.')[0] ?? clause.path}),
  },
  {
    pattern: /\b(?:Annex(?:es)?|Appendix|Schedule|Exhibit|Addendum|Anlage|Anhang|Annexe)\s+(?<number>\d{1,2}|[A-Z]\b|[IVX]{1,4}\b)/g,
    resolve: (match, _, index) => annex(match.groups?.number, index),
  },
  {
    pattern: /\b(?:the\s+)?following\s+(?:specific\s+|additional\s+)?(?:terms|conditions|provisions|rules)\b/gi,
    resolve: () => ({resolved: true}),
  },
  {
    pattern:
      /\b(?:contains?|includes?)\s+(?:an?\s+)?(?<topic>limitation\s+(?:of|on)\s+(?:our\s+|its\s+)?liability|arbitration (?:clause|provision|agreement)|class action waiver)\b/gi,
    resolve: (match, site, index) => topic(match.groups?.topic ?? '', site, index),
  },
  {pattern: /\bthroughout\s+(?:these|this)\s+(?:Terms|Agreement|Conditions)\b/g, resolve: () => ({resolved: true})},
  {
    pattern: /\b(?:at|on)\s+the\s+(?:top|bottom|end|beginning)\s+of\s+(?:this|the)\s+(?:page|document|agreement)\b/gi,
    resolve: () => ({resolved: true, target: '0.p1'}),
  },
  {pattern: /§§?\s?\d{1,4}[a-z]?(?:[-–.]\d{1,5})+(?:\([A-Za-z\d]{1,3}\))*/g, resolve: () => ({resolved: true, external: true})},
  {
    pattern: /§§?\s?(?<number>\d{1,3}[a-z]?)(?:\s?(?:Abs\.|Absatz)\s?(?<paragraph>\d{1,2}))?(?:\s?(?:S\.|Satz|Nr\.)\s?\d{1,2})*/g,
    resolve: (match, site, index) => number(match.groups?.number, site, index, match),
  },
  {
    pattern: /\b(?:Ziffer|Ziff\.|Punkt|Artikel|Art\.|Abschnitt|Nummer)\s?(?<number>\d{1,3}(?:\.\d{1,3})*)/g,
    resolve: (match, site, index) => number(match.groups?.number, site, index, match),
  },
  {
    pattern: /\b(?:articles?|paragraphes?|clauses?|section|point)\s(?<number>[LR]?\.?\s?\d{1,4}(?:[-.]\d{1,3})*)/gi,
    resolve: (match, site, index) =>
      /[LR]/.test(match.groups?.number ?? '') ? {resolved: true, external: true} : number(match.groups?.number, site, index, match),
  },
]

const candidates = candidateFinder(PATTERNS, ({pattern}) => pattern)

function clauseIndex(agreement: Agreement): ClauseIndex {
  const clauses = flattenClauses(agreement)
  return {
    paths: new Set(clauses.map((clause) => clause.path)),
    clauses,
    title: foldWidth(headingText(agreement.titles.at(-1))).replace(/^《([^《》]+)》$/, '$1'),
    annexes: agreement.clauses.filter((clause) => clause.path.startsWith('annex') || /annex|keyword-annex/.test(clause.label?.style ?? '')),
  }
}

/** A number: a path, a path below the current part, or a label further down; statutes are other documents. */
function number(
  written: string | undefined,
  site: ClauseText,
  {paths, clauses}: ClauseIndex,
  match: RegExpMatchArray,
): Resolution | undefined {
  if (written === undefined) return undefined
  if (STATUTE_BEFORE.test(site.text.slice(0, match.index)) || STATUTE_AFTER.test(after(match, site)))
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
  const paragraph = step(match.groups?.paragraph)
  const item = step(match.groups?.item)
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
function sibling(written: string, {clause}: ClauseText, {paths}: ClauseIndex): Resolution | undefined {
  const steps = clause.path.split('.')
  const target = [steps[0], steps.slice(0, -1).join('.')]
    .map((parent) => `${parent}.${readNumber(written) ?? written}`)
    .find((path) => paths.has(path))
  return target === undefined ? undefined : {resolved: true, target}
}

/** `附件为本协议不可分割的组成部分`, `作为合同附件`: whatever annexes there are. */
function isAnnexesOfAll(match: RegExpMatchArray, site: ClauseText): boolean {
  if (match.groups?.number !== undefined) return false
  return (
    /(?:作为|以)[^，。；]{0,8}$/.test(site.text.slice(0, match.index)) || /^[^。；]{0,40}(?:不可分割|组成部分)/.test(after(match, site))
  )
}

function annex(name: string | undefined, {annexes}: ClauseIndex): Resolution {
  const wanted = name === undefined ? undefined : String(readNumber(name) ?? name.toLowerCase())
  const found = annexes.find(
    (clause) => wanted === undefined || clause.path === `annex-${wanted}` || clause.path === wanted || clause.path.endsWith(`-${wanted}`),
  )
  return found ? {resolved: true, target: found.path} : {resolved: false}
}

/** A clause named by its subject. */
function topic(name: string, {clause}: ClauseText, {clauses}: ClauseIndex): Resolution {
  const settling = settlingClause(name, clause, clauses)
  return settling ? {resolved: true, target: settling.path} : {resolved: false}
}

function before({clause}: ClauseText, {clauses}: ClauseIndex): Resolution {
  const at = clauses.findIndex((other) => other.path === clause.path)
  const depth = clause.path.split('.').length
  const previous = clauses.slice(0, at).findLast((other) => other.path.split('.').length <= depth)
  return previous ? {resolved: true, target: previous.path} : {resolved: false}
}

/** Another document; this agreement's own title is a reference to itself, a law needs no link. */
function document(name: string, match: RegExpMatchArray, site: ClauseText, {title}: ClauseIndex): Resolution {
  if (/^\s?\((?:以下|下)?(?:简称|称)为?[“"「]?本(?:协议|合同|条款|规则)/.test(after(match, site))) return {resolved: true}
  if (title !== '' && (name === title || name.endsWith(title) || title.endsWith(name))) return {resolved: true}
  const isLaw =
    /(?:法|条例|规定|办法|解释|通知|决定|标准化?|规范|公约)$/.test(name) && /(?:中华人民共和国|关于|管理|规定|登记|保护|法$)/.test(name)
  return {resolved: isLaw || isLinked(match, site), external: true}
}

function isLinked(match: RegExpMatchArray, {clause}: ClauseText): boolean {
  const spans = clause.body?.type === 'paragraph' ? clause.body.spans : []
  let offset = 0
  const end = (match.index ?? 0) + match[0].length
  for (const span of spans) {
    if (span.link && offset < end && offset + span.value.length > (match.index ?? 0)) return true
    offset += span.value.length
  }
  return false
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

function after(match: RegExpMatchArray, site: ClauseText): string {
  return site.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 80)
}
