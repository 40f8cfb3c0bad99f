import {headingText} from '../../clause-tree/index.ts'
import {type Finding, findingAt, type Rule} from '../rule.ts'

/** A lead-in without its list. */
export const listMissing: Rule = {
  id: 'list-missing',
  severity: 'warning',
  summary: 'A text ends in a colon as if a list followed, and none does.',
  why: 'The members of the list were lost, or the sentence was cut off.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 乙方不得从事下列行为：\n\n1.2 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 乙方不得从事下列行为：\n\n（1）转让；\n\n（2）出借。\n',
  check: ({agreement, texts}) => {
    const own = new Map(texts.map((site) => [site.clause, site]))
    const findings: Finding[] = []
    const visit = (siblings: typeof agreement.clauses) => {
      siblings.forEach((clause, index) => {
        const site = own.get(clause)
        const next = siblings[index + 1]
        const leads =
          clause.children.length > 0 ||
          (next !== undefined && (clause.label === undefined || next.label === undefined || next.kind === 'table'))
        if (site && clause.body?.type === 'paragraph' && /[：:]\s*$/.test(site.text) && !leads)
          findings.push(
            findingAt(
              site,
              site.text.length - 1,
              site.text.length,
              'Unexpected colon at the end without a list, expected the members of the list or a full stop',
            ),
          )
        visit(clause.children)
      })
    }
    visit(agreement.clauses)
    return findings
  },
}

/** A list without a colon before it. */
export const leadInColonMissing: Rule = {
  id: 'lead-in-colon-missing',
  severity: 'info',
  summary: 'A text leads in a list and does not end in a colon.',
  why: 'It is unclear whether the list belongs to the sentence.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 乙方不得从事下列行为。\n\n（1）转让；\n\n（2）出借。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 乙方不得从事下列行为：\n\n（1）转让；\n\n（2）出借。\n',
  check: ({texts}) =>
    texts.flatMap((site) => {
      const {clause, text} = site
      const items = clause.children.filter((child) => child.kind === 'item' || child.kind === 'clause')
      if (items.length < 2 || clause.body?.type !== 'paragraph' || clause.heading?.style === 'plain' || /[：:]/.test(text.slice(-40)))
        return []
      return /(?:下列|以下|如下|the following|as follows|folgende|suivant)/i.test(text.slice(-60))
        ? [findingAt(site, Math.max(0, text.length - 6), text.length, 'Unexpected end of a lead-in, expected a colon before the list')]
        : []
    }),
}

/** A label and nothing else. */
export const clauseEmpty: Rule = {
  id: 'clause-empty',
  severity: 'error',
  summary: 'A clause has a label and no text.',
  why: 'Its text was lost, or the label was left behind.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当交付。\n\n1.2\n\n1.3 乙方应当付款。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 甲方应当交付。\n',
  check: ({agreement}) => {
    const findings: Finding[] = []
    const visit = (siblings: typeof agreement.clauses) => {
      for (const clause of siblings) {
        if (clause.label && !clause.body && !clause.heading && clause.children.length === 0)
          findings.push({
            path: clause.path,
            position: clause.position,
            actual: clause.label.text,
            message: `Unexpected label \`${clause.label.text}\` without text, expected the text of the clause`,
          })
        visit(clause.children)
      }
    }
    visit(agreement.clauses)
    return findings
  },
}

/** Headings skip a level. */
export const headingLevel: Rule = {
  id: 'heading-level',
  severity: 'warning',
  summary: 'A section has the heading level of the title, or a heading skips a level.',
  why: 'Screen readers and bookmarks show sections as agreements of their own (WCAG 2.2, 1.3.1).',
  failing: '# 网站\n\n## 甲服务协议\n\n欢迎使用。\n\n## 一、定义\n\n1.1 甲。\n\n## 二、其他\n\n2.1 乙。\n',
  passing: '# 甲服务协议\n\n欢迎使用。\n\n## 一、定义\n\n1.1 甲。\n\n## 二、其他\n\n2.1 乙。\n',
  check: ({agreement}) => {
    const title = agreement.titles.at(-1)
    const sections = agreement.clauses.filter((clause) => clause.heading?.depth !== undefined)
    const first = sections[0]
    if (title?.depth === undefined || first?.heading?.depth === undefined || first.heading.depth > title.depth) return []
    return [
      {
        path: first.path,
        position: first.position,
        actual: headingText(first.heading),
        message: `Unexpected heading level ${first.heading.depth} of the sections, expected one below the title (${title.depth + 1})`,
      },
    ]
  },
}

/** A wrapped line in a Chinese text. */
export const lineWrapped: Rule = {
  id: 'line-wrapped',
  severity: 'info',
  repeats: 'rule',
  summary: 'A clause of a Chinese text is wrapped in the source.',
  why: 'Editors that wrap put a blank into words, and the diff shows lines that did not change.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 应用程序编程接口（Application\nInterface）由甲方提供。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 应用程序编程接口由甲方提供。\n',
  check: ({texts, isHan}) =>
    isHan
      ? texts.flatMap((site) => {
          const spans = site.clause.body?.type === 'paragraph' ? site.clause.body.spans : []
          const line = spans[0]?.position.start.line ?? 0
          const wrapped = spans.find(({position}) => position.end.line > line)
          return wrapped
            ? [
                {
                  path: site.clause.path,
                  position: wrapped.position,
                  message: 'Unexpected line end inside a clause, expected the clause on one line',
                },
              ]
            : []
        })
      : [],
}
