import type {Finding, LintContext, Rule} from '../rule.ts'

/** A reference to a clause that is not there. */
export const referenceBroken: Rule = {
  id: 'reference-broken',
  severity: 'error',
  summary: 'A clause or annex that the text refers to does not exist.',
  why: 'A right or duty that depends on it has no content.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 按第9.9条处理。\n\n1.2 价格见附件三。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 按第1.2条处理。\n\n1.2 价格面议。\n',
  check: ({facts}) =>
    facts.references
      .filter(({resolved, external, text}) => !resolved && !external && !TOPIC.test(text))
      .map(({path, text, position}) => ({
        path,
        position,
        actual: text,
        message: `Unexpected reference \`${text}\` to what this agreement does not hold, expected a clause or annex of it`,
      })),
}

const TOPIC = /条款$|liability|arbitration|waiver/i

/** A clause that was announced and is missing. */
export const announcedClauseMissing: Rule = {
  id: 'announced-clause-missing',
  severity: 'error',
  summary: 'The text points to clauses on a subject that it does not settle.',
  why: 'The announcement misleads; the clause may have been lost.',
  failing: '# 协议\n\n请阅读全部条款，特别是管辖法院的选择条款。\n\n## 一、甲\n\n1.1 甲方应当交付。\n\n1.2 乙方应当付款。\n',
  passing:
    '# 协议\n\n请阅读全部条款，特别是管辖法院的选择条款。\n\n## 一、甲\n\n1.1 甲方应当交付。\n\n## 二、争议解决\n\n2.1 由甲方住所地人民法院管辖。\n',
  check: ({facts}) =>
    facts.references
      .filter(({resolved, external, text}) => !resolved && !external && TOPIC.test(text))
      .map(({path, text, position}) => ({
        path,
        position,
        actual: text,
        message: `Unexpected announcement of \`${text}\`, expected such a clause in this agreement`,
      })),
}

/** See where? */
export const linkMissing: Rule = {
  id: 'link-missing',
  severity: 'warning',
  repeats: 'message',
  summary: 'The text sends the reader to another document and gives no link.',
  why: 'Terms that a reader cannot find are not incorporated (PRC Civil Code 496; BGB 305(2)).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 价格详见价格说明页面。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 价格详见[价格说明页面](https://example.com/price)。\n',
  check: ({facts}) =>
    unlinked(facts.references, /^(?:详见|参见|请见|请参阅|请查看)/, (text) => `Unexpected \`${text}\` without a link, expected one`),
}

/** A document that is named and neither law nor linked. */
export const documentUnlinked: Rule = {
  id: 'document-unlinked',
  severity: 'info',
  repeats: 'message',
  summary: 'Another document is named and not linked.',
  why: 'Rules that a reader cannot open do not bind (PRC Civil Code 496).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 您应当遵守《短信审核标准》。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 您应当遵守[《短信审核标准》](https://example.com/rules)和《中华人民共和国电信条例》。\n',
  check: ({facts}) =>
    unlinked(facts.references, /^《/, (text) => `Unexpected \`${text}\` without a link, expected one or the text as an annex`),
}

/** A link that works on one site only. */
export const linkRelative: Rule = {
  id: 'link-relative',
  severity: 'warning',
  repeats: 'rule',
  summary: 'A link has no host.',
  why: 'In a PDF, a mail or an archive it leads nowhere.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 见[价格](/price)。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 见[价格](https://example.com/price)和[下文](#c-1.2)。\n\n1.2 无。\n',
  check: (context) =>
    links(
      context,
      (url) => /^(?!#|\{\{)(?![a-z][a-z\d+.-]*:)/i.test(url) && url !== '',
      (url) => `Unexpected link to \`${url}\` without a host, expected a full address`,
    ),
}

/** A link to nowhere. */
export const linkEmpty: Rule = {
  id: 'link-empty',
  severity: 'error',
  summary: 'A link has no address, or one that a reader must not be sent to.',
  why: 'It does nothing, or does harm.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 见[价格]()和[规则](javascript:open())。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 见[价格](https://example.com/price)。\n',
  check: (context) =>
    links(
      context,
      (url) => url === '' || url === '#' || /^(?:javascript|data|file|vbscript):/i.test(url),
      (url) => `Unexpected link to \`${url}\`, expected the address of a page`,
    ),
}

/** A domain that differs from the provider's by a slip. */
export const domainMisspelt: Rule = {
  id: 'domain-misspelt',
  severity: 'error',
  summary: 'An address differs from the usual one of this agreement by one or two letters.',
  why: 'Readers are sent to a stranger, who may be a fraudster.',
  failing: '# 云笺服务协议\n\n## 一、甲\n\n1.1 控制台：www.yunjain.com。\n\n1.2 官网：www.yunjian.com，邮箱：a@yunjian.com。\n',
  passing: '# 云笺服务协议\n\n## 一、甲\n\n1.1 控制台：www.yunjian.com，邮箱：a@yunjian.com。\n',
  check: ({texts, facts}) => {
    const hosts = texts.flatMap((site) => {
      if (!/\.(?:com|cn|net|org|io|example)/i.test(site.text)) return []
      return [...site.text.matchAll(/(?<=www\.|@|https?:\/\/(?:[a-z]+\.)?)[a-z\d-]{4,}(?=\.(?:com|cn|net|org|io|example))/gi)].map(
        (match) => ({
          site,
          at: match.index,
          host: match[0].toLowerCase(),
        }),
      )
    })
    const brands = facts.parties
      .filter(({role}) => role === 'provider')
      .flatMap(({names}) => names.filter((name) => /^[A-Za-z]{4,}$/.test(name)).map((name) => name.toLowerCase()))
    const counts = new Map<string, number>()
    for (const {host} of hosts) counts.set(host, (counts.get(host) ?? 0) + 1)
    for (const brand of brands) counts.set(brand, (counts.get(brand) ?? 0) + 2)
    return hosts.flatMap(({site, at, host}) => {
      const usual = [...counts].find(([other, count]) => other !== host && count > (counts.get(host) ?? 0) && isSlip(host, other))?.[0]
      return usual === undefined
        ? []
        : [
            {
              path: site.clause.path,
              position: site.position(at, at + host.length),
              actual: host,
              expected: usual,
              message: `Unexpected address \`${host}\`, expected \`${usual}\``,
            },
          ]
    })
  },
}

function unlinked(references: LintContext['facts']['references'], start: RegExp, message: (text: string) => string): Finding[] {
  return references
    .filter(({resolved, external, text}) => !resolved && external && start.test(text))
    .map(({path, text, position}) => ({path, position, actual: text, message: message(text)}))
}

function links({texts}: LintContext, isWrong: (url: string) => boolean, message: (url: string) => string): Finding[] {
  return texts.flatMap(({clause}) => {
    const spans = clause.body?.type === 'paragraph' ? clause.body.spans : []
    return spans.flatMap((span) =>
      span.link && isWrong(span.link.url)
        ? [{path: clause.path, position: span.position, actual: span.link.url, message: message(span.link.url)}]
        : [],
    )
  })
}

/** Whether two words of like length differ by one changed, missing or added letter, or by two neighbours exchanged. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a.length < 5) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length === restB.length && restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
