import {type Finding, findingAt, matchTexts, type Rule} from '../rule.ts'

const PAIRS: Readonly<Record<string, string>> = {'(': ')', '[': ']', '{': '}', '《': '》', '【': '】', '「': '」', '『': '』'}
const BRACKET = /[()[\]{}《》【】「」『』]/g

/** A bracket without its mate. */
export const bracketUnmatched: Rule = {
  id: 'bracket-unmatched',
  severity: 'error',
  summary: 'A bracket is opened and not closed in its clause, or the other way round.',
  why: 'What belongs into the brackets decides what a clause says.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 甲方（以下简称“甲方”应当交付。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方（以下简称“甲方”）应当交付。\n',
  check: ({texts}) =>
    texts.flatMap((site) => {
      if (site.clause.body?.type === 'preformatted' || /\$.*\\|\\text/.test(site.text)) return []
      const open: {sign: string; at: number}[] = []
      const findings: Finding[] = []
      for (const {index: at, 0: sign} of site.text.matchAll(BRACKET)) {
        if (sign in PAIRS) open.push({sign, at})
        else {
          const last = open.at(-1)
          if (last && PAIRS[last.sign] === sign) open.pop()
          else if (
            !/^[\p{L}\p{N}]{1,3}$/u.test(site.text.slice(Math.max(0, site.text.lastIndexOf(' ', at) + 1), at)) &&
            !/[a-z\d]/i.test(site.text.charAt(at - 1))
          )
            findings.push(findingAt(site, at, at + 1, `Unexpected \`${sign}\` that closes nothing, expected its mate before it`))
        }
      }
      for (const {sign, at} of open)
        findings.push(findingAt(site, at, at + 1, `Unexpected \`${sign}\` that is not closed, expected \`${PAIRS[sign]}\``))
      return findings
    }),
}

/** Brackets of one pair differ in width. */
export const bracketMixedWidth: Rule = {
  id: 'bracket-mixed-width',
  severity: 'warning',
  repeats: 'rule',
  summary: 'A pair of brackets is half full width, half half width.',
  why: 'It hints at pasted text and looks careless.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 本服务（以下简称服务)按月计费。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 本服务（以下简称服务）按月计费。\n',
  check: ({texts, source}) =>
    texts.flatMap((site) =>
      [...site.text.matchAll(/\([^()]{0,200}\)/g)].flatMap((match) => {
        const position = site.position(match.index, match.index + match[0].length)
        const written = [source.charAt(position.start.offset ?? 0), source.charAt((position.end.offset ?? 1) - 1)].join('')
        return written === '（)' || written === '(）'
          ? [
              findingAt(
                site,
                match.index,
                match.index + match[0].length,
                `Unexpected brackets \`${written}\` of two widths, expected \`（）\` or \`()\``,
              ),
            ]
          : []
      }),
    ),
}

/** Quotation marks that do not match. */
export const quoteUnmatched: Rule = {
  id: 'quote-unmatched',
  severity: 'warning',
  summary: 'Opening and closing quotation marks of a clause differ in number.',
  why: 'A defined term or a quotation has no end.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 本协议所称“用户，指使用本服务的人。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 本协议所称“用户”，指使用本服务的人。\n',
  check: ({texts}) =>
    texts.flatMap((site) => {
      const open = site.text.split('“').length - 1
      const close = site.text.split('”').length - 1
      const first = site.text.search(/[“”]/)
      return open === close || /[„»«]/.test(site.text)
        ? []
        : [findingAt(site, first, first + 1, `Unexpected ${open} opening and ${close} closing quotation marks, expected as many of each`)]
    }),
}

/** Two kinds of quotation marks. */
export const quoteMixed: Rule = {
  id: 'quote-mixed',
  severity: 'info',
  repeats: 'rule',
  summary: 'Straight quotation marks stand in a text that uses curly ones.',
  why: 'Definitions are searched by their marks; one kind finds them all.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 “服务”指甲。\n\n1.2 "用户"指乙。\n\n1.3 “内容”指丙。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 “服务”指甲。\n\n1.2 “用户”指乙。\n',
  check: (context) => {
    const curly = context.texts.filter(({text}) => text.includes('“')).length
    const straight = context.texts.filter(({text}) => text.includes('"')).length
    return curly > straight
      ? matchTexts(context, {
          pattern: /"[^"]{1,40}"/g,
          message: (match) => `Unexpected straight quotation marks around \`${match[0].slice(1, -1)}\`, expected \`“”\` as elsewhere`,
        })
      : []
  },
}
