import {type Finding, findingAt, matchTexts, type Rule} from '../rule.ts'

const HAN = '\\p{Script=Han}'
const HALF_WIDTH = new RegExp(`[,;:?!](?:(?<=[${HAN}”’》）)]\\s?.)(?![\\d/])|(?<!:)(?=${HAN})|(?<=[A-Za-z]:)(?=${HAN}))`, 'gu')
const WIDE: Readonly<Record<string, string>> = {',': '，', ';': '；', ':': '：', '?': '？', '!': '！'}

/** Half-width punctuation in Chinese. */
export const halfwidthPunctuation: Rule = {
  id: 'halfwidth-punctuation',
  severity: 'warning',
  repeats: 'message',
  summary: 'A comma, colon or the like next to a Han character is half width.',
  why: 'GB/T 15834 sets Chinese punctuation full width; half width hints at pasted text.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 双方应当协商,不得推诿。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 双方应当协商，每日 9:00 至 18:00 受理。\n',
  check: (context) =>
    context.isHan
      ? matchTexts(context, {
          pattern: HALF_WIDTH,
          message: (match) => `Unexpected half-width \`${match[0]}\` in Chinese text, expected \`${WIDE[match[0]]}\``,
          replacement: (match) => WIDE[match[0]] ?? match[0],
        })
      : [],
}

/** Full-width punctuation in a Latin text. */
export const fullwidthPunctuation: Rule = {
  id: 'fullwidth-punctuation',
  severity: 'warning',
  repeats: 'message',
  summary: 'A text in Latin script has Chinese punctuation.',
  why: 'Fonts and readers of the language do not expect it.',
  failing: '# Service Agreement\n\n## 1. Terms\n\n1.1 You pay in advance，and we deliver.\n\n1.2 Nothing else.\n',
  passing: '# Service Agreement\n\n## 1. Terms\n\n1.1 You pay in advance, and we deliver.\n\n1.2 Nothing else.\n',
  check: (context) =>
    context.isHan || /^(?:ja|ko)/.test(context.agreement.locale)
      ? []
      : matchTexts(context, {
          pattern: /(?<=[A-Za-zÀ-ÿ\d]\s?)[，。；：、！？]/g,
          message: (match) => `Unexpected full-width \`${match[0]}\` in Latin text, expected half-width punctuation`,
        }),
}

/** Two stops in a row. */
export const punctuationDoubled: Rule = {
  id: 'punctuation-doubled',
  severity: 'error',
  summary: 'Two punctuation marks stand side by side that do not go together.',
  why: 'One of them is left over from an edit; the sentence may have lost words.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 双方应当协商，，不得推诿。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 双方应当协商，不得推诿……\n',
  check: (context) =>
    matchTexts(context, {
      pattern: /([，。；：、])\1+|[，；：、][。；]|。[，；：、]|(?<![.\d])\.\.(?!\.)|,,|;;/g,
      message: (match) => `Unexpected \`${match[0]}\`, expected one punctuation mark`,
      replacement: (match) => (match[1] === undefined ? match[0].slice(-1) : match[1]),
    }),
}

/** A clause that does not end. */
export const finalPunctuationMissing: Rule = {
  id: 'final-punctuation-missing',
  severity: 'error',
  summary: 'A sentence at the end of a clause has no full stop, while its neighbours have one.',
  why: 'The end of the clause may have been cut off.',
  failing:
    '# 协议\n\n## 一、甲\n\n1.1 甲方应当按照约定交付货物。\n\n1.2 乙方应当按照约定支付价款。\n\n1.3 双方应当妥善保管往来的文件。\n\n1.4 甲方交付的货物不符合约定的，造成的损失由甲方承担\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当按照约定交付货物。\n\n1.2 乙方应当按照约定支付价款。\n',
  check: ({agreement, texts}) => {
    const own = new Map(texts.map((site) => [site.clause, site]))
    const findings: Finding[] = []
    const visit = (siblings: typeof agreement.clauses) => {
      const sites = siblings.flatMap((clause) => {
        const site = own.get(clause)
        return site &&
          clause.body?.type === 'paragraph' &&
          clause.children.length === 0 &&
          clause.kind !== 'colophon' &&
          clause.kind !== 'preamble'
          ? [site]
          : []
      })
      const open = sites.filter(({text}) => !isEnded(text))
      const ended = sites.length - open.length
      for (const site of ended >= 2 && ended >= sites.length * 0.75 ? open : []) {
        const {text} = site
        const isSentence = /\p{Script=Han}/u.test(text) ? text.length > 14 && /[，。；]/.test(text) : text.split(/\s+/).length > 8
        if (isSentence)
          findings.push(
            findingAt(
              site,
              Math.max(0, text.length - 4),
              text.length,
              `Unexpected end of \`${site.clause.label?.text ?? site.clause.path}\` without a full stop, expected one as in its neighbours`,
            ),
          )
      }
      for (const clause of siblings) visit(clause.children)
    }
    visit(agreement.clauses)
    return findings
  },
}

/** A stop, perhaps with quotation marks, brackets and the number of a footnote after it. */
function isEnded(text: string): boolean {
  return /[。；！？.;!?：:…](?:[”"’)）」』]|\[\^?\w+\])*\s*$/.test(text.slice(-40))
}

/** Items of a list end differently. */
export const itemTerminator: Rule = {
  id: 'item-terminator',
  severity: 'warning',
  summary: 'An item ends in a full stop where its neighbours end in semicolons, or the last item in a semicolon.',
  why: 'GB/T 15834: items of one list end in semicolons, the last in a full stop; otherwise the list seems to go on or to have ended.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 下列行为：\n\n（1）甲；\n\n（2）乙。\n\n（3）丙；\n\n（4）丁；\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 下列行为：\n\n（1）甲；\n\n（2）乙；\n\n（3）丙。\n',
  check: ({texts, agreement}) => {
    const own = new Map(texts.map((site) => [site.clause, site]))
    const findings: Finding[] = []
    const visit = (siblings: typeof agreement.clauses) => {
      const items = siblings
        .filter((clause) => clause.kind === 'item' || (clause.kind === 'clause' && clause.label?.values.length === 1))
        .flatMap((clause) => own.get(clause) ?? [])
      const semicolons = items.filter(({text}) => /[；;]\s*$/.test(text)).length
      if (items.length >= 3 && semicolons >= items.length / 2) {
        items.forEach((site, index) => {
          const {text} = site
          const isLast = index === items.length - 1
          if (isLast && /[；;]\s*$/.test(text))
            findings.push(
              findingAt(site, Math.max(text.length - 6, 0), text.length, 'Unexpected semicolon after the last item, expected a full stop'),
            )
          else if (!isLast && /[。.]\s*$/.test(text) && !/[。.].*[。.]\s*$/.test(text))
            findings.push(
              findingAt(
                site,
                Math.max(text.length - 6, 0),
                text.length,
                'Unexpected full stop before the last item, expected a semicolon as in its neighbours',
              ),
            )
        })
      }
      for (const clause of siblings) visit(clause.children)
    }
    visit(agreement.clauses)
    return findings
  },
}

/** Blanks where Chinese has none. */
export const blankBesidePunctuation: Rule = {
  id: 'blank-beside-punctuation',
  severity: 'info',
  repeats: 'message',
  summary: 'A blank stands beside full-width punctuation or doubled in the text.',
  why: 'It is left over from another program and shows as a hole in the line.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 双方应当协商 ，不得推诿。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 双方应当协商，不得推诿。\n',
  check: (context) =>
    context.isHan
      ? matchTexts(context, {
          pattern: / +(?:(?<=\S +)(?=[，。；：、！？）”])|(?<=[，。；：、！？（“] +)(?=\S)|(?<=\S {2,})(?=\S))/g,
          message: () => 'Unexpected blank beside punctuation, expected none',
        })
      : [],
}
