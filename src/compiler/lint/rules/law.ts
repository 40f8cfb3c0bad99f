import {readNumber} from '../../analyze/index.ts'
import {type Finding, findingAt, matchTexts, type Rule} from '../rule.ts'

/** The last word on what the terms mean. */
export const finalInterpretation: Rule = {
  id: 'final-interpretation',
  severity: 'error',
  summary: 'The provider keeps the final right to interpret the terms.',
  why: 'Void towards consumers whatever the marks (Order 77 art. 8(7); SPC Online Consumption 1(3)); doubt is held against the provider (PRC Civil Code 498).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 本活动的最终解释权归甲方所有。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当解释本活动的规则。\n',
  check: ({facts, profile}) =>
    facts.limitations
      .filter(({kind, inheritedFrom}) => kind === 'final-interpretation' && inheritedFrom === undefined)
      .map(({path, phrase, position}) => ({
        path,
        position,
        actual: phrase,
        message: `Unexpected \`${phrase}\`, expected no such right`,
        ...(profile.counterparty === 'business' ? {severity: 'warning' as const} : {}),
      })),
}

/** Arbitration by nobody. */
export const arbitrationInstitution: Rule = {
  id: 'arbitration-institution-missing',
  severity: 'error',
  summary: 'Disputes go to arbitration and no institution is chosen.',
  why: 'Such an agreement is void (PRC Arbitration Law 27, 29).',
  failing: '# 协议\n\n## 一、争议\n\n1.1 因本协议发生的争议，提交仲裁解决。\n',
  passing: '# 协议\n\n## 一、争议\n\n1.1 因本协议发生的争议，提交上海仲裁委员会仲裁。\n',
  check: ({facts, texts, profile}) =>
    profile.markets.includes('CN')
      ? facts.limitations
          .filter(({kind}) => kind === 'arbitration')
          .filter(
            ({path}) => !/仲裁(?:委员会|院|中心)|CIETAC|HKIAC|SIAC|ICC/.test(texts.find(({clause}) => clause.path === path)?.text ?? ''),
          )
          .map(({path, phrase, position}) => ({
            path,
            position,
            actual: phrase,
            message: 'Unexpected arbitration without an institution, expected the name of one',
          }))
      : [],
}

/** Arbitration or court, as you like. */
export const arbitrationOrCourt: Rule = {
  id: 'arbitration-or-court',
  severity: 'error',
  summary: 'A clause sends disputes both to arbitration and to court.',
  why: 'An arbitration agreement that leaves the choice is void (SPC Arbitration Interpretation 7).',
  failing: '# 协议\n\n## 一、争议\n\n1.1 争议可以提交上海仲裁委员会仲裁，也可以向甲方所在地人民法院起诉。\n',
  passing: '# 协议\n\n## 一、争议\n\n1.1 争议向甲方所在地人民法院起诉。\n',
  check: (context) =>
    matchTexts(context, {
      pattern: /仲裁[^。；]{0,20}(?:，?也可以?|或者?|亦可)[^。；]{0,12}(?:向[^。；]{0,20}法院|起诉|诉讼)/g,
      message: () => 'Unexpected choice between arbitration and court, expected one of them',
    }),
}

/** Periods of limitation are not for the parties. */
export const limitationPeriodAgreed: Rule = {
  id: 'limitation-period-agreed',
  severity: 'error',
  summary: 'The text sets a limitation period of its own.',
  why: 'Agreements on length or computation of limitation periods are void (PRC Civil Code 197).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 双方同意诉讼时效为六个月。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 诉讼时效依照法律的规定。\n',
  check: (context) =>
    matchTexts(context, {
      pattern: /诉讼时效(?:期间|期限)?(?:为|缩短|延长|约定|不超过)[^。；]{0,16}/g,
      veto: /诉讼时效[^。；]{0,8}(?:依照|按照|适用)[^。；]{0,8}法/,
      message: (match) => `Unexpected \`${match[0]}\`, expected the period of the law`,
    }),
}

/** Exclusions that go too far. */
export const carveOutMissing: Rule = {
  id: 'carve-out-missing',
  severity: 'warning',
  summary: 'Liability is excluded or capped, and nothing excepts personal injury, intent and gross negligence.',
  why: 'Without the exception the clause is void as far as it covers them (PRC Civil Code 506; BGB 309 Nr. 7; CRA 65).',
  failing: '# 协议\n\n## 一、责任\n\n1.1 **甲方的赔偿总额不超过乙方已支付的费用。**\n\n1.2 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、责任\n\n1.1 **甲方的赔偿总额不超过乙方已支付的费用。**\n\n1.2 甲方故意或者重大过失造成的损失不受此限。\n',
  check: ({facts, texts}) => {
    const first = facts.limitations.find(
      ({kind, benefits, strength}) =>
        benefits === 'provider' &&
        strength === 'definite' &&
        (kind === 'liability-cap' || kind === 'indirect-damages-exclusion' || kind === 'exclusion-of-liability'),
    )
    const hasException = texts.some(({text}) =>
      /故意|重大过失|人身(?:损害|伤害)|gross(?:ly)? negligen|wil+ful|intent(?:ional)?\b|death or personal injury|personal injury|fraud|Vorsatz|grobe(?:r)? Fahrlässigkeit|faute (?:lourde|intentionnelle)|dol\b|extent (?:not )?(?:permitted|prohibited)/i.test(
        text,
      ),
    )
    return first && !hasException
      ? [
          {
            path: first.path,
            position: first.position,
            actual: first.phrase,
            message: 'Unexpected limit of liability without an exception, expected one for personal injury, intent and gross negligence',
          },
        ]
      : []
  },
}

/** Two answers to when a change takes effect. */
export const periodContradiction: Rule = {
  id: 'period-contradiction',
  severity: 'error',
  summary: 'One clause lets changes take effect at once, another promises notice.',
  why: 'The clause more favourable to the reader holds (PRC Civil Code 498), and the other misleads.',
  failing: '# 协议\n\n甲方对本协议的修改一经公布立即生效。\n\n## 一、甲\n\n1.1 甲方修改本协议，应当提前7天通知乙方。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方修改本协议，应当提前7天通知乙方。\n',
  check: ({facts}) => {
    const amendments = facts.noticePeriods.filter(({trigger}) => trigger === 'amendment')
    const immediate = amendments.filter(({unit}) => unit === 'immediate')
    const timed = amendments.filter(({count = 0}) => count > 0)
    if (immediate.length === 0 || timed.length === 0) return []
    const wording = (facts_: typeof amendments) => facts_.map(({path, phrase}) => `\`${phrase}\` (${path})`).join(', ')
    return [
      ...immediate.map(
        ({path, phrase, position}): Finding => ({
          path,
          position,
          actual: phrase,
          message: `Unexpected \`${phrase}\`, expected what ${wording(timed)} says`,
          related: timed.map((other) => ({message: other.phrase, path: other.path, position: other.position})),
        }),
      ),
      ...timed.map(
        ({path, phrase, position}): Finding => ({
          path,
          position,
          actual: phrase,
          message: `Unexpected \`${phrase}\` beside ${wording(immediate)}, expected one rule`,
          related: immediate.map((other) => ({message: other.phrase, path: other.path, position: other.position})),
        }),
      ),
    ]
  },
}

/** A number in words and in digits that differ. */
export const numberWordsMismatch: Rule = {
  id: 'number-words-mismatch',
  severity: 'error',
  summary: 'A number in words and the digits in brackets after it differ.',
  why: 'Nobody can say which holds.',
  failing: '# Service Agreement\n\n## 1. Terms\n\n1.1 You may object within fourteen (15) days.\n\n1.2 Nothing else.\n',
  passing: '# Service Agreement\n\n## 1. Terms\n\n1.1 You may object within fourteen (14) days.\n\n1.2 Nothing else.\n',
  check: ({texts}) =>
    texts.flatMap((site) => {
      if (!/\(\d{1,4}\)/.test(site.text)) return []
      return [
        ...site.text.matchAll(
          /(?<word>[〇零一二两三四五六七八九十百]{1,6}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|forty-five|sixty|ninety))\s?\((?<digits>\d{1,4})\)/gi,
        ),
      ].flatMap((match) => {
        const {word = '', digits = ''} = match.groups ?? {}
        const value = readNumber(word)
        return value !== undefined && value !== Number(digits) && !/(?:第|款|条|项)$/.test(site.text.slice(0, match.index))
          ? [findingAt(site, match.index, match.index + match[0].length, `Unexpected \`${match[0]}\`, expected the same number twice`)]
          : []
      })
    }),
}

/** Notice, but when? */
export const noticeWithoutPeriod: Rule = {
  id: 'notice-without-period',
  severity: 'warning',
  summary: 'Notice in advance is promised without saying how long.',
  why: 'The promise cannot be kept or broken; platforms must give at least 7 days (E-Commerce Law 34).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 甲方调整价格的，会提前以公告方式告知乙方。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方调整价格的，应当提前 30 日以公告方式告知乙方。\n',
  check: ({facts}) =>
    facts.noticePeriods
      .filter(({count, unit, trigger}) => count === undefined && unit === undefined && trigger !== 'other')
      .map(({path, phrase, position}) => ({
        path,
        position,
        actual: phrase,
        message: `Unexpected \`${phrase}\` without a period, expected a number of days`,
      })),
}

/** A period without a beginning. */
export const periodStartMissing: Rule = {
  id: 'period-start-missing',
  severity: 'info',
  summary: 'A period is given and not the day from which it runs.',
  why: 'It cannot be counted (PRC Civil Code 201).',
  failing: '# 协议\n\n## 一、甲\n\n1.1 乙方不同意的，可以在7天之内书面告知甲方。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 乙方不同意的，可以自收到通知之日起7天之内书面告知甲方。\n',
  check: (context) =>
    context.isHan
      ? matchTexts(context, {
          pattern:
            /(?<=可以|可|应当|应|须|需)(?:在|于)\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?个?(?:天|日|工作日|自然日|月)(?:之内|以内|内)/g,
          message: (match) => `Unexpected period \`${match[0]}\` without a beginning, expected \`自…之日起\``,
        })
      : [],
}
