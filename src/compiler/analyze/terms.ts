import {type Agreement, headingText} from '../clause-tree/index.ts'
import {type ClauseText, clauseTexts} from './clause-text.ts'
import type {TermFact} from './facts.ts'
import {foldWidth} from './fold-width.ts'
import {candidateFinder} from './search/candidate-finder.ts'
import {matchesIn} from './search/matches-in.ts'
import {occurrences, PLURAL_END} from './search/occurrences.ts'

/** Finds defined terms: by `以下简称`, quotation marks with a defining verb, brackets, a Latin name in brackets, and run-in titles of a section of definitions. */
export function findTerms(agreement: Agreement): TermFact[] {
  const texts = clauseTexts(agreement)
  const whole = [
    ...agreement.titles.map((title) => foldWidth(headingText(title))),
    ...texts.flatMap(({clause, text}) => [
      clause.heading && clause.heading.style === 'heading' ? foldWidth(headingText(clause.heading)) : '',
      text,
    ]),
  ].join('\n')
  const found = new Map<string, TermFact>()
  const definitionSections = definitionPaths(agreement)
  for (const site of texts) {
    for (const {term, start, end, alias} of [...quotedTerms(site), ...runInTerms(site, definitionSections), ...glossedTerms(site)].sort(
      (a, b) => a.start - b.start,
    )) {
      if (found.has(term) || term === '') continue
      found.set(term, {
        term,
        path: site.clause.path,
        phrase: site.text.slice(start, end),
        uses: [...term.split(ALSO), ...(alias === undefined ? [] : [alias])].reduce(
          (sum, name) => sum + occurrences(name, whole, PLURAL_END).length,
          0,
        ),
        position: site.position(start, end),
      })
    }
  }
  return [...found.values()]
}

interface TermPlace {
  readonly term: string
  readonly start: number
  readonly end: number
  /** Another name by which the text uses the term. */
  readonly alias?: string
}

/** Patterns whose groups `term`, `term2`, … are the terms. */
const PATTERNS: readonly RegExp[] = [
  /\(?(?:以下|下)(?:统称|简称|合称|称|通称)(?:为|作)?\s?[:：]?\s?[“"「『【]\s?(?<term>[^”"」』】]{1,40})[”"」』】](?:\s?(?:或者?|、|及|和|,|，)\s?[“"「『]\s?(?<term2>[^”"」』]{1,40})[”"」』])?/g,
  /(?<!以下)(?<!下)简称为?\s?[“"「]\s?(?<term>[^”"」]{1,40})[”"」](?:\s?(?:或者?|、)\s?[“"「]\s?(?<term2>[^”"」]{1,40})[”"」])?/g,
  /\(?(?:以下|下)(?:统称|简称|合称|称|通称)为?(?<term>[\p{Script=Han}A-Za-z\d]{2,16})(?=\)|[，。；]|$)/gu,
  /(?<!以下)(?<!下)(?:亦|又|也|并|单独|可)?(?:统称|合称|亦称|又称|并称|称为|称作)(?:为|作)?\s?[“"「]\s?(?<term>[^”"」]{1,24})[”"」](?:\s?(?:或者?|、)\s?[“"「]\s?(?<term2>[^”"」]{1,24})[”"」])?/g,
  /[“「"](?<term>[^”」"]{1,30})[”」"]\s?(?:,|，)?\s?(?:是指|系指|指的是|指|意指|即指|包括但不限于指)/g,
  /(?:本(?:协议|条款|合同)(?:中)?所称的?|所称)\s?[“"]?(?<term>[\p{Script=Han}A-Za-z、]{2,16}?)[”"]?\s?[，,]?\s?(?:是指|系指|指)/gu,
  /(?<=^|[，。；]|(?:^|[。；])本(?:协议|合同|条款)(?:中|所称)?的?)(?!本(?:协议|合同|条款)|其中|这里|此处|上述|前述)(?<term>[\p{Script=Han}A-Za-z]{2,10}(?:、[\p{Script=Han}]{2,10})?)(?:是指|系指)/gu,
  /\((?:the\s+|each,?\s+an?\s+|collectively,?\s+(?:the\s+)?|together,?\s+(?:the\s+)?|hereinafter\s+(?:referred\s+to\s+as\s+)?(?:the\s+)?|this\s+|our\s+|your\s+|or\s+)*[“"](?<term>[^”"]{1,60})[”"](?:s)?(?:(?:\s|,|\bor\b|\band\b)+(?:the\s+)?[“"](?<term2>[^”"]{1,60})[”"])?(?:(?:\s|,|\bor\b|\band\b)+(?:the\s+)?[“"](?<term3>[^”"]{1,60})[”"])?(?:(?:\s|,|\bor\b|\band\b)+(?:the\s+)?[“"](?<term4>[^”"]{1,60})[”"])?[^)]{0,40}\)/gi,
  /[“"](?<term>[A-Z][^”"]{0,60})[”"](?:(?:\s|,|\bor\b|\band\b)+[“"](?<term2>[^”"]{1,60})[”"])?(?:\s*\([^)]{0,60}\))?\s*,?\s*(?:means|mean|shall mean|has the meaning|have the meaning|refers? to|is defined as|includes?|represents?)\b/g,
  /^[“"](?<term>[^”"]{1,40})[”"](?:[\s,]+[“"](?<term2>[^”"]{1,40})[”"])?(?:[\s,]+[“"](?<term3>[^”"]{1,40})[”"])?\s[—–]\s/g,
  /(?<=^(?:The |An? )?)[“"](?<term>[A-Z][^”"]{0,40})[”"] (?:is|are) (?:an?|the|any|all|each|every|one)\b/g,
  /\([^()“”"]{1,60},\s(?:the\s)?[“"](?<term>[A-Z][^”"]{1,60})[”"]\)/g,
  /\bwhen we (?:say|refer to|use)\s+(?:the\s+(?:term|word)s?\s+)?[“"](?<term>[^”"]{1,40})[”"](?:(?:\s|,|\bor\b|\band\b)+[“"](?<term2>[^”"]{1,40})[”"])?(?:(?:\s|,|\bor\b|\band\b)+[“"](?<term3>[^”"]{1,40})[”"])?(?:(?:\s|,|\bor\b|\band\b)+[“"](?<term4>[^”"]{1,40})[”"])?/gi,
  /\((?:nachfolgend|im Folgenden|nachstehend|kurz|auch|gemeinsam|zusammen)[^)„“"]{0,30}[„“"](?<term>[^“”"]{1,50})[“”"][^)]{0,20}\)/gi,
  /[„“](?<term>[A-ZÄÖÜ][^“”"]{1,50})[“”]\s*(?:bezeichnet|ist|sind|meint|bedeutet|steht für)\b/g,
  /\((?:ci-après|dénommée?s?|désignée?s?)[^)«“"]{0,40}[«“"]\s?(?<term>[^»”"]{1,50}?)\s?[»”"][^)]{0,20}\)/gi,
  /[«“]\s?(?<term>[A-ZÀ-Ý][^»”]{1,50}?)\s?[»”]\s*:?\s*(?:désigne|désignent|signifie|correspond|s'entend)\b/g,
]

const candidates = candidateFinder(PATTERNS, (pattern) => pattern)

/** A definition that gives a party its pronouns is one term with several names. */
const PRONOUN = /^(?:we|us|our|you|your|wir|uns|sie|nous|vous|我们|我方|您|你)$/i
const ALSO = ' / '

function quotedTerms({text}: ClauseText): TermPlace[] {
  const places: TermPlace[] = []
  for (const pattern of candidates(text)) {
    for (const match of matchesIn(text, pattern)) {
      const names = Object.values(match.groups ?? {})
        .map((name) => name?.trim().replace(/[,.]$/, '') ?? '')
        .filter((name) => isTerm(name))
      for (const term of names.some((name) => PRONOUN.test(name)) ? [names.join(ALSO)] : names)
        places.push({term, start: match.index, end: match.index + match[0].length})
    }
  }
  return places
}

/** Terms that are given a Latin name on the spot: `应用标识（App key）`. */
function glossedTerms({text}: ClauseText): TermPlace[] {
  if (!/\([A-Z]/.test(text)) return []
  return matchesIn(text, GLOSS).flatMap(({groups, index, 0: phrase}) =>
    groups?.term && groups.alias ? [{term: groups.term, alias: groups.alias, start: index, end: index + phrase.length}] : [],
  )
}

const GLOSS =
  /(?<=^|[的与及和或、,，。；;:：]\s?|获取|获得|取得|使用|提供|申请)(?<term>\p{Script=Han}{2,6})\s?\((?<alias>[A-Z][A-Za-z]*(?:\s[A-Za-z]+){0,3})\)/gu

/** Terms that a clause of a section of definitions opens with: `控制台：指…`, a heading of its own, a bold run-in. */
function runInTerms({clause, text}: ClauseText, definitionSections: readonly string[]): TermPlace[] {
  const isInSection = definitionSections.some((path) => clause.path.startsWith(`${path}.`))
  const heading = clause.heading && foldWidth(headingText(clause.heading))
  if (isInSection && clause.heading?.style === 'heading' && heading && heading.length <= 40)
    return [{term: heading, start: 0, end: Math.min(text.length, 40)}]
  const match =
    /^[“"「]?(?<term>[^，。；:：！？?“”"「」()]{1,40}?)[”"」]?(?:\([^)]{1,60}\))?\s?[:：]\s?(?<verb>(?:是?指|系指|即|是|为|意为|用于|用以|向|由|面向|包括|包含|根据|通过|经|表示|API|[A-Z]).{0,10})/.exec(
      text,
    )
  const shortened = isInSection ? SHORTENED.exec(text)?.groups?.term : undefined
  if (!match && shortened && isTerm(shortened)) return [{term: shortened.trim(), start: 0, end: shortened.length}]
  const term = match?.groups?.term
  if (!match || !term || !isTerm(term)) return []
  const verb = match.groups?.verb ?? ''
  if (!isInSection && !/^(?:是?指|系指)/.test(verb)) return []
  return [{term: term.trim(), start: 0, end: match[0].length}]
}

/** `云笺短信服务（Yunjian SMS），简称“本服务”`: the full name is a term, too. */
const SHORTENED = /^[“"「]?(?<term>[^，。；,;:：！？?“”"「」()]{2,30}?)[”"」]?\s?(?:\([^()]{1,60}\))?\s?[，,]\s?(?:以下|下)?简称/

function definitionPaths(agreement: Agreement): string[] {
  const paths: string[] = []
  const visit = (clauses: Agreement['clauses']) => {
    for (const clause of clauses) {
      if (
        /^(?:术语|定义|名词|释义|词语)|定义$|^(?:definitions?|interpretation|glossary|begriffsbestimmungen|definitionen|définitions?)\b/i.test(
          headingText(clause.heading),
        )
      )
        paths.push(clause.path)
      if (clause.kind === 'part') visit(clause.children)
    }
  }
  visit(agreement.clauses)
  return paths
}

/** Labels of buttons, sentences and titles of documents are quoted, too. */
function isTerm(term: string): boolean {
  const text = term.trim()
  if (text === '' || /[。；;？?！!《》<>]|[.]\s|https?:/.test(text) || /^\d+$/.test(text)) return false
  return !/^(?:as is|as available|现状|同意|确认|提交|是|否|下一步|我已阅读.*|注意|提示)$/i.test(text)
}
