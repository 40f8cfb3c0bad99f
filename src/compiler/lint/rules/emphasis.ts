import {bodySpans} from '../../clause-tree/index.ts'
import {markRequirement} from '../mark-requirements.ts'
import {type Finding, findingAt, type LintContext, type Rule} from '../rule.ts'

/** A promise to mark that is not kept. */
export const emphasisPromiseBroken: Rule = {
  id: 'emphasis-promise-broken',
  severity: 'error',
  summary: 'The text says that limiting clauses are bold or underlined, and some are not.',
  why: 'The reader relies on the marks; an unmarked clause is not agreed (PRC Civil Code 496(2), Contract Interpretation 10).',
  failing: '# 协议\n\n限制或免责条款以加粗或加下划线的形式提示。\n\n## 一、责任\n\n1.1 甲方不承担任何责任。\n\n1.2 乙方应当付款。\n',
  passing:
    '# 协议\n\n限制或免责条款以加粗或加下划线的形式提示。\n\n## 一、责任\n\n1.1 **甲方不承担任何责任，故意或者重大过失除外。**\n\n1.2 乙方应当付款。\n',
  check: (context) => {
    const {texts} = context
    const unmarked = unmarkedLimitations(context).filter(({conspicuous}) => conspicuous === 'none')
    if (unmarked.length === 0) return []
    return texts.flatMap((site) => {
      if (!/粗|下划线|bold|underlined|capital/i.test(site.text)) return []
      const match =
        /[^，。；、]{0,12}(?:以|用|通过|in|by)?[^，。；]{0,10}(?:加粗|粗体|加下划线|下划线|bold|underlined)[^，。；]{0,16}(?:形式|方式|字体|标出|标识|提示|提醒)[^，。；]{0,14}|(?:set|printed|marked|shown|highlighted) in (?:bold|capitals?)/i.exec(
          site.text,
        )
      if (!match) return []
      const paths = [...new Set(unmarked.map(({path}) => path))]
      const related = unmarked
        .filter(({path}, index) => paths.indexOf(path) === index || unmarked.findIndex((other) => other.path === path) === index)
        .map(({path, phrase, position}) => ({message: `not marked: ${phrase}`, path, position}))
      return [
        findingAt(
          site,
          match.index,
          match.index + match[0].length,
          `Unexpected promise of marks that ${paths.length} limiting clauses lack (${paths.slice(0, 6).join(', ')}${paths.length > 6 ? ', …' : ''}), expected them in bold or underlined`,
          {related},
        ),
      ]
    })
  },
}

/** A limiting clause that nobody sees. */
export const limitationUnmarked: Rule = {
  id: 'limitation-unmarked',
  severity: 'warning',
  summary: 'A clause limits the rights of the reader and is not bold, underlined or in capitals.',
  why: 'Standard terms that limit the other party must be made conspicuous, or are not part of the contract (PRC Civil Code 496(2); Order 77 art. 6; UCC 2-316).',
  failing: '# 协议\n\n## 一、责任\n\n1.1 甲方不承担任何责任，故意或者重大过失除外。\n\n1.2 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、责任\n\n1.1 **甲方不承担任何责任，故意或者重大过失除外。**\n\n1.2 乙方应当付款。\n',
  check: (context) =>
    perClause(
      unmarkedLimitations(context).filter(({conspicuous}) => conspicuous === 'none'),
      (kinds) => `Unexpected plain text of a limiting clause (${kinds}), expected bold or underline`,
    ),
}

/** A limiting clause that is marked in part. */
export const limitationPartlyMarked: Rule = {
  id: 'limitation-partly-marked',
  severity: 'info',
  summary: 'Only part of a limiting sentence is marked.',
  why: 'The marks must cover what limits, not only a term in it.',
  failing: '# 协议\n\n## 一、责任\n\n1.1 甲方不承担**任何责任**，故意或者重大过失除外。\n\n1.2 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、责任\n\n1.1 **甲方不承担任何责任，故意或者重大过失除外。**\n\n1.2 乙方应当付款。\n',
  check: (context) =>
    perClause(
      unmarkedLimitations(context).filter(({conspicuous}) => conspicuous === 'partial'),
      (kinds) => `Unexpected marks on a part of a limiting sentence (${kinds}), expected them on all of it`,
    ),
}

/** Marks where nothing limits. */
export const emphasisWithoutLimitation: Rule = {
  id: 'emphasis-without-limitation',
  severity: 'info',
  repeats: 'message',
  summary: 'A whole clause is marked and limits nothing that we know of.',
  why: 'Marks on ordinary clauses take the force from those that must be seen.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 **甲方每月寄送账单，乙方可以在控制台查看。**\n\n1.2 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 **账单**：甲方每月寄送账单，乙方可以在控制台查看。\n',
  check: ({facts}) => {
    const limiting = new Set(facts.limitations.filter(({benefits}) => benefits !== 'user').map(({path}) => path))
    return facts.emphasis
      .filter(
        ({path, role, share}) =>
          role === 'prompt' &&
          share >= 0.8 &&
          !limiting.has(path) &&
          !path.startsWith('0.') &&
          !path.startsWith('colophon') &&
          !path.startsWith('front'),
      )
      .map(({path, text, position}) => ({
        path,
        position,
        actual: text.slice(0, 30),
        message: 'Unexpected marks on a clause that limits nothing, expected them on limiting clauses only',
      }))
  },
}

/** Too much is marked. */
export const emphasisOveruse: Rule = {
  id: 'emphasis-overuse',
  severity: 'warning',
  summary: 'More than a third of the text is marked.',
  why: 'Where all is marked nothing stands out: courts ask for marks that attract attention (PRC Contract Interpretation 10; Bassett, 285 F.3d 882).',
  failing: `# 协议\n\n## 一、甲\n\n${[1, 2, 3, 4, 5, 6].map((number) => `1.${number} **甲方应当按照约定交付货物，乙方应当按照约定支付全部价款，双方应当协商解决争议，并且妥善保管往来文件，不得向他人披露对方的资料。**\n`).join('\n')}`,
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当交付货物。\n\n1.2 乙方应当支付价款。\n',
  check: ({texts}) => {
    let total = 0
    let marked = 0
    for (const {clause} of texts) {
      for (const spans of bodySpans(clause.body)) {
        for (const span of spans) {
          const weight = span.value.replace(/\s/g, '').length
          total += weight
          if (span.marks.includes('bold') || span.marks.includes('underline')) marked += weight
        }
      }
    }
    const first = texts[0]
    return first && total > 300 && marked / total > 0.35
      ? [
          findingAt(first, 0, 1, `Unexpected marks on ${Math.round((marked / total) * 100)} % of the text, expected less than a third`, {
            actual: `${Math.round((marked / total) * 100)} %`,
          }),
        ]
      : []
  },
}

/** A run of bold that is broken up. */
export const emphasisFragmented: Rule = {
  id: 'emphasis-fragmented',
  severity: 'warning',
  summary: 'Bold stops for a word or two in the middle of a sentence.',
  why: 'The gap is a slip of the marks; what must be seen is not all marked.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 **价格变化的，**甲方**应当提前三十日通知乙方。**\n\n1.2 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 **价格变化的，甲方应当提前三十日通知乙方。**\n',
  check: ({texts}) =>
    texts.flatMap((site) =>
      bodySpans(site.clause.body).flatMap((spans) => {
        const findings: Finding[] = []
        spans.forEach((span, index) => {
          const before = spans[index - 1]?.value ?? ''
          const after = spans[index + 1]?.value ?? ''
          const isGap =
            !span.marks.includes('bold') &&
            span.value.trim().length > 0 &&
            span.value.trim().length <= 8 &&
            !/[。；：:.;]/.test(span.value) &&
            !span.link
          const isBoldAround = spans[index - 1]?.marks.includes('bold') && spans[index + 1]?.marks.includes('bold')
          if (isGap && isBoldAround && before.length > 4 && after.length > 4 && !/[。；：:]$/.test(before))
            findings.push({
              path: site.clause.path,
              position: span.position,
              actual: span.value,
              message: `Unexpected plain \`${span.value.trim()}\` inside bold, expected one run`,
            })
        })
        return findings
      }),
    ),
}

/** Capitals without end. */
export const capitalsRunLong: Rule = {
  id: 'capitals-run-long',
  severity: 'warning',
  summary: 'More than 40 words in a row are in capitals.',
  why: 'Long blocks of capitals are hard to read and do not make a clause conspicuous (Bassett, 285 F.3d 882).',
  failing: `# Terms of Service\n\n## 1. Liability\n\n1.1 ${'THE COMPANY IS NOT LIABLE FOR ANY LOSS '.repeat(6)}.\n\n1.2 You pay.\n`,
  passing: '# Terms of Service\n\n## 1. Liability\n\n1.1 THE COMPANY IS NOT LIABLE FOR ANY LOSS EXCEPT GROSS NEGLIGENCE.\n\n1.2 You pay.\n',
  check: ({facts}) =>
    facts.emphasis
      .filter(({marks, text}) => marks.includes('capitals') && text.split(/\s+/).length > 40)
      .map(({path, text, position}) => ({
        path,
        position,
        actual: `${text.slice(0, 30)}…`,
        message: `Unexpected ${text.split(/\s+/).length} words in capitals, expected bold type`,
      })),
}

function unmarkedLimitations({facts, profile}: LintContext): LintContext['facts']['limitations'] {
  return facts.limitations.filter(
    ({kind, strength, benefits, path}) =>
      strength === 'definite' && benefits === 'provider' && !path.startsWith('front') && markRequirement(kind, profile) !== 'none',
  )
}

/** One finding a clause; members of a list whose lead-in is reported are named with it. */
function perClause(limitations: LintContext['facts']['limitations'], message: (kinds: string) => string): Finding[] {
  const byPath = new Map<string, LintContext['facts']['limitations'][number][]>()
  for (const fact of limitations) byPath.set(fact.path, [...(byPath.get(fact.path) ?? []), fact])
  const isMember = (fact: {inheritedFrom?: string}) => fact.inheritedFrom !== undefined && byPath.has(fact.inheritedFrom)
  return [...byPath].flatMap(([path, facts]) => {
    const [first] = facts
    if (!first || facts.every(isMember)) return []
    const related = limitations
      .filter(({inheritedFrom}) => inheritedFrom === path)
      .map((member) => ({message: 'a member of the list', path: member.path, position: member.position}))
    return [
      {
        path,
        position: first.position,
        actual: first.phrase,
        message: message(facts.map(({kind}) => kind).join(', ')),
        ...(related.length > 0 ? {related} : {}),
      },
    ]
  })
}
