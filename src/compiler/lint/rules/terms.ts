import {headingText} from '../../clause-tree/index.ts'
import {type Finding, findingAt, type LintContext, matchTexts, type Rule} from '../rule.ts'

/** A term that nobody uses. */
export const termUnused: Rule = {
  id: 'term-unused',
  severity: 'warning',
  summary: 'A defined term is not used outside its definition.',
  why: 'The definition is left over, or the text uses another word for the same thing.',
  failing:
    '# 协议\n\n## 一、定义\n\n1.1 “网关”指转发短信的设备。\n\n1.2 本服务（以下简称“服务”）按月计费，服务不中断。\n\n1.3 服务可以暂停。\n',
  passing: '# 协议\n\n## 一、定义\n\n1.1 “网关”指转发短信的设备。\n\n1.2 网关由甲方维护。\n',
  check: ({facts}) =>
    facts.terms
      .filter(({uses}) => uses <= 1)
      .map(({term, path, phrase, position}) => ({
        path,
        position,
        actual: phrase,
        message: `Unexpected definition of \`${term}\` that is not used, expected a use or no definition`,
      })),
}

/** A term that is used and not defined. */
export const termUndefined: Rule = {
  id: 'term-undefined',
  severity: 'info',
  repeats: 'message',
  summary: 'A word such as 本网站 is used like a defined term and not defined.',
  why: 'It is unclear what is meant, and doubt is held against the provider (PRC Civil Code 498).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 您应当遵守本网站的规则。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 云笺官网（以下简称“本网站”）公布规则，您应当遵守本网站的规则。\n',
  check: (context) => {
    const known = new Set(context.facts.terms.map(({term}) => term))
    const seen = new Set<string>()
    return matchTexts(context, {
      pattern: /本(?:网站|平台|软件|产品|应用|公司|站|系统|小程序)(?![\u4e00-\u9fff]{0,2}(?:以下|下称))/g,
      message: (match) => `Unexpected \`${match[0]}\` without a definition, expected one, such as （以下简称“${match[0]}”）`,
    }).filter(({actual = ''}) => {
      const isNew = !known.has(actual) && !seen.has(actual)
      seen.add(actual)
      return isNew
    })
  },
}

/** A term defined twice. */
export const termDuplicate: Rule = {
  id: 'term-duplicate',
  severity: 'warning',
  summary: 'A term is defined a second time.',
  why: 'Two definitions of one word contradict each other sooner or later.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 甲方（以下简称“云笺”）提供服务。\n\n1.2 甲方的关联公司（以下简称“云笺”）提供支持。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方（以下简称“云笺”）提供服务。\n',
  check: ({texts}) => {
    const seen = new Set<string>()
    return texts.flatMap((site) =>
      [...site.text.matchAll(/(?:以下(?:简称|称|统称)(?:为)?)[:：]?\s?[“"「]([^”"」]{1,30})[”"」]/g)].flatMap((match) => {
        const term = match[1] ?? ''
        const isKnown = seen.has(term)
        seen.add(term)
        return isKnown
          ? [findingAt(site, match.index, match.index + match[0].length, `Unexpected second definition of \`${term}\`, expected one`)]
          : []
      }),
    )
  },
}

/** The service acts in place of the provider. */
export const serviceAsParty: Rule = {
  id: 'service-as-party',
  severity: 'warning',
  repeats: 'message',
  summary: 'The service is named where the provider acts.',
  why: 'A service has no rights and duties; it is unclear who is bound.',
  failing: '# 云笺短信服务协议\n\n## 一、甲\n\n1.1 云笺有权审核。\n\n1.2 云笺短信服务有权暂停发送。\n',
  passing: '# 云笺短信服务协议\n\n## 一、甲\n\n1.1 云笺有权审核。\n\n1.2 云笺有权暂停短信服务。\n',
  check: (context) => {
    const name = serviceName(context)
    if (name === undefined) return []
    return matchTexts(context, {
      pattern: new RegExp(
        `${escaped(name)}(?=(?:有权|应当|应(?!用)|会(?!员)|将(?!会)|不得|不承担|承诺|保证|须|向您|赠[予送]|的违约责任|可以(?!用))[\\u4e00-\\u9fff])`,
        'g',
      ),
      message: (match) => `Unexpected \`${match[0]}\` as a party, expected the provider`,
    })
  },
}

/** The name of another service of the same provider. */
export const otherServiceName: Rule = {
  id: 'other-service-name',
  severity: 'error',
  repeats: 'message',
  summary: 'The agreement speaks of another service of the same provider.',
  why: 'Text was copied from another agreement; the clause does not cover the service that is bought.',
  failing: '# 云笺语音服务协议\n\n## 一、甲\n\n1.1 云笺有权审核。\n\n1.2 因使用云笺提供的短信服务造成的损失，云笺不承担责任。\n',
  passing: '# 云笺语音服务协议\n\n## 一、甲\n\n1.1 云笺有权审核。\n\n1.2 因使用云笺提供的语音服务造成的损失，云笺承担责任。\n',
  check: (context) => {
    const own = serviceName(context)
    if (own === undefined) return []
    const brand = brandOf(own, context)
    if (brand === undefined) return []
    const kind = own.slice(brand.length).replace(/服务$/, '')
    if (kind.length < 2) return []
    return matchTexts(context, {
      pattern: new RegExp(
        `${escaped(brand)}(?:所?提供)?的?(?<kind>短信|语音|视频|邮件|云主机|存储|数据库|验证码|号码认证|支付|直播|推送|通话|物流|地图|音乐|广告|电话|彩信|语音消息|语音通知)(?:服务)?(?:通道|平台|服务)?`,
        'g',
      ),
      message: (match) => `Unexpected \`${match[0]}\`, expected \`${kind}\`, the service of this agreement`,
    }).filter(({actual = ''}) => {
      const named =
        /(?:短信|语音|视频|邮件|云主机|存储|数据库|验证码|号码认证|支付|直播|推送|通话|物流|地图|音乐|广告|电话|彩信)/.exec(actual)?.[0] ??
        ''
      return !kind.includes(named) && !context.facts.terms.some(({term}) => term.includes(named))
    })
  },
}

/** 其 in place of 您. */
export const pronounMismatch: Rule = {
  id: 'pronoun-mismatch',
  severity: 'info',
  repeats: 'message',
  summary: 'A sentence speaks to the reader as 您 and goes on with 其.',
  why: 'It is unclear whose duty or property is meant.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 您应当就其应用承担责任。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 您应当就您的应用承担责任。\n',
  check: (context) =>
    context.isHan
      ? context.texts.flatMap((site) => {
          const findings: Finding[] = []
          if (!site.text.includes('其')) return findings
          for (const match of site.text.matchAll(/(?<=^|[。；])[^。；]*?您[^。；]*/g)) {
            for (const pronoun of match[0].matchAll(/其(?=(?:应用|客户|基于|[Aa]pp|APP|账|数据|用户|有约束|自身|业务|网站))/g)) {
              const before = match[0].slice(0, pronoun.index)
              if (
                !before.includes('您') ||
                /第三方|关联公司|他人|任何人|接受方|一方|对方|该(?:用户|公司|应用)|用户[^您]*$/.test(
                  before.slice(before.lastIndexOf('您') + 1),
                )
              )
                continue
              const start = match.index + pronoun.index
              findings.push(findingAt(site, start, start + 1, 'Unexpected `其` for the reader, expected `您` or `您的`'))
            }
          }
          return findings
        })
      : [],
}

/** 您 where the provider is meant. */
export const partyMismatch: Rule = {
  id: 'party-mismatch',
  severity: 'error',
  summary: 'The reader is held to agreements with themselves or their own affiliates.',
  why: 'A clause that binds the reader to the rules of their own affiliates says the opposite of what is meant.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 为防止违反与您或其关联公司协议的行为，甲方可以检查。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 为防止违反与甲方或其关联公司协议的行为，甲方可以检查。\n',
  check: (context) =>
    matchTexts(context, {
      pattern: /违反(?:了)?与您(?:或其|及其|或您的)?(?:关联公司|关联方)?(?:的)?(?:协议|政策|规则|约定)/g,
      message: (match) => `Unexpected \`您\` in \`${match[0]}\`, expected the provider`,
    }),
}

/** Name of the service: of the title, without the kind of document. */
function serviceName({agreement, facts}: LintContext): string | undefined {
  const title = headingText(agreement.titles.at(-1))
  const name = /^(.{2,24}?服务)(?:等级)?(?:协议|条款|合同)$/.exec(title)?.[1]?.replace(/服务等级$/, '服务')
  if (name === undefined || !/\p{Script=Han}/u.test(name)) return undefined
  return name === '服务' || /^(?:用户|会员|平台|软件|网站)服务$/.test(name)
    ? facts.terms.find(({term}) => term.length > 4 && term.endsWith('服务'))?.term
    : name
}

function brandOf(service: string, {facts}: LintContext): string | undefined {
  const names = facts.parties.filter(({role}) => role === 'provider').flatMap(({names: all}) => all)
  return (
    names.filter((name) => service.startsWith(name) && name.length < service.length).sort((a, b) => b.length - a.length)[0] ??
    /^[A-Za-z]{3,}/.exec(service)?.[0]
  )
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
