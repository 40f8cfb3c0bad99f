import {type Agreement, headingText} from '../clause-tree/index.ts'
import {clauseTexts} from './clause-text.ts'
import type {PartyFact} from './facts.ts'
import {capitalized, PARTY_WORDS, patternOfWords, wordsFor} from './party-words.ts'
import {candidateFinder} from './search/candidate-finder.ts'
import {matchesIn} from './search/matches-in.ts'

/** Who is bound: names and pronouns of the provider and of the reader, read from the definitions and from how the text speaks. */
export function findParties(agreement: Agreement): PartyFact[] {
  const texts = clauseTexts(agreement)
  const whole = texts.map(({text}) => text).join('\n')
  const opening = texts
    .slice(0, 30)
    .map(({text}) => text)
    .join('\n')
  const provider = new Set<string>()
  const user = new Set<string>()
  for (const name of companyNames(opening)) provider.add(name)
  for (const rule of definitionsIn(opening)) {
    for (const match of matchesIn(opening, rule.pattern)) {
      for (const name of definedNames(match))
        (rule.role === 'provider' && !PARTY_WORDS.user.names.includes(name) ? provider : user).add(name)
    }
  }
  for (const name of [...provider]) {
    const short = shortName(name, whole)
    if (short) provider.add(short)
  }
  for (const [side, role] of sideRoles(whole)) (role === 'provider' ? provider : user).add(side)
  for (const {name, pattern} of COMMON_NAMES.provider) if (pattern.test(whole)) provider.add(name)
  for (const {name, pattern} of COMMON_NAMES.user) if (!provider.has(name) && pattern.test(whole)) user.add(name)
  for (const [name] of whole.matchAll(/\{\{[^{}\s]+\}\}(?=有权|将|应|不|可|提供|均|无需|对| may| will| shall| is not| does not)/g))
    provider.add(name)
  const brand = brandName(agreement, whole)
  if (brand) provider.add(brand)
  return [
    ...(provider.size > 0 ? [{role: 'provider' as const, names: [...provider]}] : []),
    ...(user.size > 0 ? [{role: 'user' as const, names: [...user]}] : []),
  ]
}

/** `Harbour` of `Harbour Books, Inc.`: the beginning of a company's name by which the text lets it act. */
function shortName(name: string, text: string): string | undefined {
  const words = COMPANY_FORM.test(name) ? name.replace(COMPANY_FORM, '').split(' ') : []
  for (let count = words.length; count > 0; count -= 1) {
    const short = words.slice(0, count).join(' ')
    if (short.length > 2 && textsAfter(short, text).some((part) => ACTS.test(part))) return short
  }
  return undefined
}

/** What follows each occurrence of a name, up to the next one: it tells what the party does. */
function textsAfter(name: string, text: string): readonly string[] {
  return text.split(name).slice(1)
}

const FORMS = 'Inc|LLC|Ltd|Limited|GmbH|AG|SE|Corp|Corporation|SAS|S\\.A|Co|Company'
const COMPANY_FORM = new RegExp(`,?\\s(?:${FORMS})\\.?$`)
const ACTS = /^\s(?:may|will|shall|can|cannot|does|do|is|has|reserves|makes|provides|grants|disclaims|agrees)\b/

/** `Harbour Books, Inc.`: up to five words before a legal form. Looked for from the form back, since capitals are many and forms are few. */
function companyNames(text: string): string[] {
  let end = 0
  return matchesIn(text, LEGAL_FORM).flatMap((form) => {
    const name = WORDS_OF_NAME.exec(text.slice(Math.max(end, form.index - LONGEST_NAME), form.index))?.[0]
    end = form.index + form[0].length
    return name === undefined ? [] : [name + form[0]]
  })
}

const LEGAL_FORM = new RegExp(`,?\\s(?:${FORMS})\\b\\.?`, 'g')
const WORDS_OF_NAME = /(?:[\p{Lu}\d][\p{L}\d&'-]*\s(?:(?:of|and|&)\s)?){0,4}[\p{Lu}\d][\p{L}\d&'-]*$/u
/** Letters that five words take at most. */
const LONGEST_NAME = 120

interface RoleDefinition {
  readonly role: 'provider' | 'user'
  readonly pattern: RegExp
}

/** The name that a definition gives, or all the quoted ones of its brackets: `("Nimbus", "we")`. */
function definedNames({groups}: RegExpMatchArray): string[] {
  const quoted = [...(groups?.names ?? '').matchAll(/[“"„«]\s?([^“”"„«»]{1,40}?)[,.]?\s?[”"“»]/g)].map((match) => match[1] ?? '')
  return [groups?.name ?? '', ...quoted].map((name) => name.trim()).filter((name) => name !== '' && !THING.test(name))
}

/** Names of texts and things, which are defined beside parties. */
const THING =
  /(?:协议|合同|条款|规则|政策|规范|服务|软件|产品|应用|账[户号])$|^(?:Terms|Agreement|Services?|Site|Website|App|Platform|Software)$/i

const QUOTED = '[“"”‘「]?(?<name>[^“”"‘’「」()，。、；:]{1,24}?)[”"“’」]?'

const ROLE_DEFINITIONS: readonly RoleDefinition[] = [
  {
    role: 'provider',
    pattern: new RegExp(
      `(?:公司|企业|集团|平台)[^()。；]{0,24}\\((?:以下)?(?:简称|称|统称)(?:为)?[:：]?\\s*${QUOTED}(?<names>[、或和/,，][^)]{1,30})?\\)`,
      'g',
    ),
  },
  {
    role: 'provider',
    pattern: /\b(?:Inc|LLC|Ltd|Limited|Corp|Corporation|PLC|Pty|Co)\b\.?[^().]{0,80}\((?<names>[^()]{1,80})\)/g,
  },
  {role: 'provider', pattern: /\((?<names>[^()]{0,80}[“"](?:we|us|our)[,.]?[”"][^()]{0,40})\)/gi},
  {
    role: 'provider',
    pattern: new RegExp(`\\((?:the\\s+|hereinafter\\s+|collectively,?\\s+)*[“"„«]\\s?(?<name>${definedAs('provider')})\\s?[”"“»]`, 'g'),
  },
  {
    role: 'provider',
    pattern:
      /(?:GmbH|AG|SE|UG|KG|OHG|SAS|SARL|S\.A\.)[^().]{0,60}\((?:nachfolgend|im Folgenden|ci-après|dénommée?)[^)„“"«]{0,20}[„“"«]\s?(?<name>[^”“"»]{1,30})/g,
  },
  {
    role: 'user',
    pattern: new RegExp(`[“"„«]\\s?(?<name>${definedAs('user')})\\s?[”"“»]`, 'g'),
  },
]

/** Words for a party as definitions write them: `Service Provider`. */
function definedAs(party: Role): string {
  const words = wordsFor(party).map((word) => word.split(' ').map(capitalized).join(' '))
  return words.toSorted((one, other) => other.length - one.length).join('|')
}

const definitionsIn = candidateFinder(ROLE_DEFINITIONS, ({pattern}) => pattern)

type Role = 'provider' | 'user'

/** Of two companies the one that has more powers and fewer duties is the provider, who wrote the text. */
function sideRoles(text: string): readonly (readonly [string, Role])[] {
  const roles = ['甲方', '乙方'].flatMap((side): [string, Role][] => {
    const role = sideRole(side, text)
    return role ? [[side, role]] : []
  })
  if (roles.length < 2 || roles.some(([, role]) => role === 'user')) return roles
  const [first, second] = roles.map(([side]) => balanceOf(side, text))
  if (first === undefined || second === undefined || first === second) return roles
  return roles.map(([side], index) => [side, (index === 0) === first > second ? 'provider' : 'user'])
}

function balanceOf(side: string, text: string): number {
  const parts = textsAfter(side, text)
  const count = (follows: RegExp) => parts.filter((part) => follows.test(part)).length
  return count(/^(?:有权|可以?|无需|无须|不承担|不负)/) - count(/^(?:应|须|需|必须|不得|保证|承诺|确保|违反)/)
}

/** Whether 甲方 or 乙方 is the provider: by what its definition and its duties say. */
function sideRole(side: string, text: string): Role | undefined {
  const parts = textsAfter(side, text.replace(/([甲乙])\s+方(?=\s*[:：])/g, '$1方'))
  return SIDE_ROLES.find(({follows}) => parts.some((part) => follows.test(part)))?.role
}

/** What stands right after the name of a side, the surest first. */
const SIDE_ROLES: readonly {readonly role: 'provider' | 'user'; readonly follows: RegExp}[] = [
  {role: 'user', follows: /^\s*[(:：]\s*[^\n。]{0,30}(?:用户|客户|购买|使用方|委托|需方|买方)/},
  {role: 'provider', follows: /^\s*[(:：]\s*[^\n。]{0,30}(?:公司|平台|服务方|提供|供方|卖方)/},
  {role: 'user', follows: /^(?:应当?|须)?(?:支付|付款|缴纳|使用)/},
  {role: 'provider', follows: /^(?:向[^，。]{1,8})?提供/},
]

/** Names that stand for a party in any agreement, as written within sentences and at their beginning. */
const COMMON_NAMES = {provider: commonNames('provider'), user: commonNames('user')}

function commonNames(party: Role): readonly {readonly name: string; readonly pattern: RegExp}[] {
  const names = PARTY_WORDS[party].names.flatMap((name) => [name, capitalized(name)])
  return [...new Set(names)].map((name) => ({name, pattern: new RegExp(patternOfWords([name]), 'u')}))
}

/** The name in front of the service in the title, if the text goes on to use it as a party: `云笺` of `云笺短信服务协议`. */
function brandName(agreement: Agreement, text: string): string | undefined {
  const title = headingText(agreement.titles.at(-1))
  const latin = /^([A-Z][A-Za-z0-9]+)/.exec(title)?.[1]
  const found = latin ?? actingName(title, text)
  if (!found) return undefined
  const parts = textsAfter(found, text)
  const isActing = parts.some((part) => /^(?:有权|将|应当?|不|可以|保留|公司|提供|均不|无需|不承担|对)/.test(part))
  const isNamed =
    latin !== undefined &&
    !GENERIC_TITLE.test(latin) &&
    parts.some((part) => !title.startsWith(`${latin}${part.slice(0, 5)}`)) &&
    !isThing(latin, text)
  return isActing || isNamed ? found : undefined
}

/** `the Vehicle shall`: what stands alone behind an article is a thing, not the name of a company. */
function isThing(name: string, text: string): boolean {
  const parts = text.split(name)
  return parts.some((part, index) => ARTICLE_END.test(part.slice(-8)) && STANDS_ALONE.test(parts[index + 1] ?? ''))
}

const ARTICLE_END = /\b(?:the|an?|any|each)\s$/i
const STANDS_ALONE = /^(?:[.,;:)]|\s(?:is|are|was|will|shall|must|may|has|to|in|at|on|by|from|for|and|or)\b)/

/** The name that acts most often, one of the title before all others: `云笺有权…`. */
function actingName(title: string, text: string): string | undefined {
  const counts = new Map<string, number>()
  for (const {1: name = ''} of matchesIn(text, ACTING)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].sort(([a, one], [b, other]) => Number(title.includes(b)) - Number(title.includes(a)) || other - one)
  return names[0]?.[0]
}

/** Words that titles begin with and that name nobody. */
const GENERIC_TITLE =
  /^(?:Terms|Privacy|User|Service|Services|General|Agreement|License|Licence|The|End|Master|Data|Conditions|Website|Online|Software|Subscription|Acceptable|Standard|Nutzungs\w*|Allgemeine|AGB|Vertrag\w*|Datenschutz\w*|Contrat|Mentions|API|SLA|SMS)$/

const NO_NAME = `可|须|需|将|未|无|已|请|就|为|经|按|以|因此|同时|并|且|但|故|而|亦|也|则|否则|由此|对|如|若|在|任何|其|均|双方|一方|本|完全|依法|仍|应当?|他|该|甲方|乙方|丙方|${patternOfWords([...wordsFor('provider'), ...wordsFor('user')])}`
const ACTING = new RegExp(
  `(?<=^|[，。；：\\n])(?:则|且|并且|同时|否则|因此)?(?!${NO_NAME})([\\p{Script=Han}A-Za-z0-9]{2,10}?)(?<![且并而])(?:(?:将|均|亦|也)?(?:有权|不承担|无需|无须|概不)|保留[^，。；]{0,6}权利|不(?:对|就|保证)|予以免责)`,
  'gu',
)
