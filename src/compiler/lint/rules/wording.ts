import {type ClauseText, matchesIn} from '../../analyze/index.ts'
import {type Finding, findingAt, type LintContext, matchTexts, type Rule} from '../rule.ts'

/** A character typed twice. */
export const characterDoubled: Rule = {
  id: 'character-doubled',
  severity: 'error',
  summary: 'A function word is written twice.',
  why: 'It is a slip, and a word may be missing instead.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当以以书面形式通知乙方。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当以书面形式一一通知乙方。\n',
  check: (context) =>
    matchTexts(context, {
      pattern: /(.)\1(?!目)(?<=[以的在是和或及为对由与将应您向于因则但且被把从到所])/g,
      message: (match) => `Unexpected \`${match[0]}\`, expected \`${match[1]}\` once`,
    }),
}

/** A word typed twice. */
export const wordDoubled: Rule = {
  id: 'word-doubled',
  severity: 'warning',
  summary: 'A word is written twice in a row.',
  why: 'It is a slip, and a word may be missing instead.',
  failing: '# Service Agreement\n\n## 1. Terms\n\n1.1 You pay for the the service.\n\n1.2 Nothing else.\n',
  passing: '# Service Agreement\n\n## 1. Terms\n\n1.1 You pay for the service that that law allows.\n\n1.2 Nothing else.\n',
  check: (context) =>
    matchTexts(context, {
      pattern:
        /\b(the|a|an|of|to|in|and|or|for|is|are|be|by|with|on|at|we|you|your|our|this|any|will|shall|der|die|das|und|le|la|les|des|de)\s+\1\b/gi,
      message: (match) => `Unexpected \`${match[0]}\`, expected \`${match[1]}\` once`,
    }),
}

/** Words that are commonly mistyped. */
export const misspelling: Rule = {
  id: 'misspelling',
  severity: 'warning',
  repeats: 'message',
  summary: 'A word is written with a wrong character that is often confused.',
  why: 'A court reads what is written.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 您可登陆控制台查看账单。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 您可登录控制台查看账单。\n',
  check: (context) =>
    context.isHan
      ? matchTexts(context, {
          pattern: MISSPELLINGS,
          message: (match) => `Unexpected \`${match[0]}\`, expected \`${MISSPELT[match.slice(1).findIndex((wrong) => wrong)]?.[1]}\``,
        })
      : [],
}

const MISSPELT: readonly (readonly [RegExp, string])[] = [
  [/登陆(?=[\u4e00-\u9fffA-Za-z]{0,6}(?:控制台|平台|网站|账|系统|后台|页面|管理|官网))/, '登录'],
  [/网路/, '网络'],
  [/帐[号户单]/, '账号、账户、账单'],
  [/尽可能的(?=[\u4e00-\u9fff]{2}[^者人])/, '尽可能地'],
  [/截止(?=\d{4}年)/, '截至'],
  [/必需(?=遵守|按照|承担|在)/, '必须'],
  [/既使/, '即使'],
  [/按装/, '安装'],
  [/起迄今/, '迄今'],
  [/签定/, '签订'],
  [/做为/, '作为'],
]
/** All of them, each in a group. */
const MISSPELLINGS = new RegExp(MISSPELT.map(([wrong]) => `(${wrong.source})`).join('|'), 'g')

/** Two spellings of one word. */
export const namingInconsistent: Rule = {
  id: 'naming-inconsistent',
  severity: 'warning',
  repeats: 'message',
  summary: 'One thing is called by two spellings.',
  why: 'A reader may take them for two things; what is defined for one does not hold for the other.',
  failing:
    '# 协议\n\n## 一、甲\n\n1.1 您应当保管账号。\n\n1.2 账号不得转让。\n\n1.3 账号丢失的，应当通知甲方。\n\n1.4 账户安全由您负责。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 您应当保管账号。\n\n1.2 账号不得转让。\n',
  check: (context) => [...variants(context), ...caseVariants(context)],
}

const SYNONYMS: readonly (readonly string[])[] = [
  ['账号', '账户'],
  ['其他', '其它'],
  ['密钥', '秘钥'],
]

/** The rarer of two words for one thing, where both occur and the rarer one is clearly a slip. */
function variants({texts, isHan}: LintContext): Finding[] {
  if (!isHan) return []
  return SYNONYMS.flatMap((words) => {
    const counts = words.map((word) => texts.reduce((sum, {text}) => sum + (text.includes(word) ? text.split(word).length - 1 : 0), 0))
    const most = Math.max(...counts)
    return words.flatMap((word, index) => {
      const count = counts[index] ?? 0
      if (count === 0 || count === most || count * 2 > most) return []
      const usual = words[counts.indexOf(most)] ?? ''
      return texts.flatMap((site) =>
        matchesIn(site.text, new RegExp(word, 'g')).map((match) =>
          findingAt(
            site,
            match.index,
            match.index + word.length,
            `Unexpected \`${word}\`, expected \`${usual}\` as elsewhere in this agreement`,
          ),
        ),
      )
    })
  })
}

/** Latin names that differ only in capitals or blanks, where one is clearly usual. */
function caseVariants({texts, isHan}: LintContext): Finding[] {
  if (!isHan) return []
  const spellingsOf = new Map<string, Map<string, {site: ClauseText; start: number}[]>>()
  for (const site of texts) {
    for (const {index: start, 0: name} of matchesIn(outsideLinks(site.text), LATIN_NAME)) {
      if (name.length < 3) continue
      const key = name.toLowerCase().replaceAll(' ', '')
      const spellings = spellingsOf.get(key) ?? new Map<string, {site: ClauseText; start: number}[]>()
      const places = spellings.get(name) ?? []
      places.push({site, start})
      spellingsOf.set(key, spellings.set(name, places))
    }
  }
  return [...spellingsOf.values()].flatMap((spellings) => {
    const [[usual, most] = ['', []], ...others] = [...spellings].sort((a, b) => b[1].length - a[1].length)
    return others
      .filter(([, places]) => places.length * 2 <= most.length)
      .flatMap(([name, places]) =>
        places.map(({site, start}) =>
          findingAt(site, start, start + name.length, `Unexpected \`${name}\`, expected \`${usual}\` as elsewhere in this agreement`),
        ),
      )
  })
}

const LATIN_NAME = /[A-Za-z][A-Za-z\d]*(?: (?:[Kk]ey|[Ss]ecret|ID|[Ii]d))?/g

/** Blanks in the place of addresses. */
function outsideLinks(text: string): string {
  return /[:.@]\w/.test(text)
    ? text.replace(/\bhttps?:\S+|\b[\w.-]+@[\w.]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net)\b\S*/g, (address) => ' '.repeat(address.length))
    : text
}

/** The agreement calls itself by another name. */
export const agreementNameInconsistent: Rule = {
  id: 'agreement-name-inconsistent',
  severity: 'warning',
  repeats: 'message',
  summary: 'The agreement is called by a name that is not the one it gave itself.',
  why: 'It is unclear whether another document is meant.',
  failing: '# 甲服务协议\n\n欢迎阅读《甲服务协议》（以下简称“本协议”）。\n\n## 一、甲\n\n1.1 您违反本服务条款的，甲方可以解除合作协议。\n',
  passing: '# 甲服务协议\n\n欢迎阅读《甲服务协议》（以下简称“本协议”）。\n\n## 一、甲\n\n1.1 您违反本协议的，甲方可以解除本协议。\n',
  check: (context) =>
    context.facts.terms.some(({term}) => term === '本协议')
      ? matchTexts(context, {
          pattern: /(?:本服务(?:协议|条款)|该协议|合作协议|本合同|此协议)(?!书)/g,
          message: (match) => `Unexpected \`${match[0]}\`, expected \`本协议\` as defined`,
        }).filter(({actual = ''}) => !context.facts.terms.some(({term}) => term === actual) && !isOtherDocument(actual, context))
      : [],
}

/** `《居间合作协议》`: a document of its own bears the name. */
function isOtherDocument(name: string, {texts}: LintContext): boolean {
  return texts.some(({text}) => text.includes(`${name}》`))
}

/** No text with fewer letters has 100 words or 240 Han characters. */
const SHORTEST_LONG = 200

/** A sentence that goes on and on. */
export const sentenceTooLong: Rule = {
  id: 'sentence-too-long',
  severity: 'info',
  summary: 'A sentence has more than 240 Han characters or 100 words.',
  why: 'Consumer law asks for plain language (Directive 93/13 art. 5; PRC Consumer Protection Law 26).',
  failing: `# 协议\n\n## 一、甲\n\n1.1 ${'甲方应当按照约定的时间和地点交付符合约定质量标准的货物，'.repeat(10)}并通知乙方。\n`,
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当交付货物。乙方应当付款。\n',
  check: ({texts}) =>
    texts.flatMap((site) => {
      if (site.clause.body?.type !== 'paragraph' || site.text.length < SHORTEST_LONG) return []
      const findings: Finding[] = []
      let from = 0
      for (const part of site.text.split(/(?<=[。；！？]|[.;!?]\s)/)) {
        if (part.length >= SHORTEST_LONG) check(part, from)
        from += part.length
      }
      return findings

      function check(part: string, from: number): void {
        const han = part.match(/\p{Script=Han}/gu)?.length ?? 0
        const words = part.split(/\s+/).length
        if (han > 240 || (han === 0 && words > 100))
          findings.push(
            findingAt(
              site,
              from,
              from + part.length,
              `Unexpected sentence of ${han > 0 ? `${han} characters` : `${words} words`}, expected shorter ones`,
              {actual: `${part.slice(0, 20)}…`},
            ),
          )
      }
    }),
}

/** Text that was meant to be filled in. */
export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  severity: 'error',
  summary: 'A blank that a template left is not filled in.',
  why: 'A term without its amount, date or name is no term.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当提前【】日通知乙方。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当提前 7 日通知乙方。\n',
  check: (context) =>
    matchTexts(context, {
      pattern:
        /\[\s?[●•_ xX]{1,10}\s?\]|【\s*[●_xX]*\s*】|_{3,}|\bX{3,}\b|×{2,}|\bTBD\b|\bTODO\b|\[(?:[A-Z][\w'’-]* ){0,3}(?:Name|Date|State|County|City|Country|Address|Email|E-mail|Company|Amount|Phone|URL|Jurisdiction|Website)\](?!\()|[【[](?:公司|平台|产品|网站|联系|生效|更新)?(?:名称|日期|地址|电话|邮箱|金额|城市)[】\]]|[（(]\s{2,}[)）]|(?<!\d)0{2,}\s?(?:天|日|元|个)|(?:insert|enter) (?:name|date|amount)/g,
      message: (match) => `Unexpected blank \`${match[0].trim()}\`, expected what belongs there`,
    }),
}

/** A day that no calendar has. */
export const dateImpossible: Rule = {
  id: 'date-impossible',
  severity: 'error',
  summary: 'A date does not exist.',
  why: 'A period that begins on such a day cannot be counted.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 本协议自2026年2月30日起生效。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 本协议自2026年2月28日起生效。\n',
  check: ({texts}) =>
    texts.flatMap((site) =>
      [...site.text.matchAll(/(?<!\d)(\d{4})\s?[年/-]\s?(\d{1,2})\s?[月/-]\s?(\d{1,2})(?!\d)\s?日?/g)].flatMap((match) => {
        const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
        const days =
          month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
        return year > 1800 && year < 2200 && (month < 1 || month > 12 || day < 1 || day > days)
          ? [findingAt(site, match.index, match.index + match[0].length, `Unexpected date \`${match[0]}\`, expected a day of the calendar`)]
          : []
      }),
    ),
}
