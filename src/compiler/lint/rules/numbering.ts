import type {Clause, Label} from '../../clause-tree/index.ts'
import type {Finding, LintContext, Rule} from '../rule.ts'

/** A number is left out. */
export const numberGap: Rule = {
  id: 'number-gap',
  severity: 'error',
  summary: 'A label skips a number.',
  why: 'Readers take a missing number for a missing clause, and references to it lead nowhere.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n1.2 第二。\n\n1.4 第四。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n1.2 第二。\n\n1.3 第三。\n',
  check: (context) =>
    neighbours(context, (previous, label, clause) => {
      const [from, to] = [last(previous), last(label)]
      return to > Math.floor(from) + 1
        ? at(clause, label, `Unexpected \`${label.text}\` after \`${previous.text}\`, expected the next number`)
        : undefined
    }),
}

/** The same number twice. */
export const numberDuplicate: Rule = {
  id: 'number-duplicate',
  severity: 'error',
  summary: 'Two clauses of one list carry the same number.',
  why: 'A reference to the number is ambiguous.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n1.2 第二。\n\n1.2 第三。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n1.2 第二。\n',
  check: (context) =>
    neighbours(context, (previous, label, clause) =>
      last(label) === last(previous) && label.origin === 'typed'
        ? at(clause, label, `Unexpected \`${label.text}\` a second time, expected the next number`)
        : undefined,
    ),
}

/** Numbers go back. */
export const numberOrder: Rule = {
  id: 'number-order',
  severity: 'error',
  summary: 'A label is smaller than the one before it.',
  why: 'Clauses out of order are read as belonging elsewhere.',
  failing: '# 协议\n\n## 二、甲\n\n甲。\n\n## 一、乙\n\n乙。\n\n## 三、丙\n\n丙。\n',
  passing: '# 协议\n\n## 一、甲\n\n甲。\n\n## 二、乙\n\n乙。\n',
  check: (context) =>
    neighbours(context, (previous, label, clause) =>
      last(label) < last(previous)
        ? at(clause, label, `Unexpected \`${label.text}\` after \`${previous.text}\`, expected a larger number`)
        : undefined,
    ),
}

/** Labels of one list end in different signs. */
export const numberSeparatorMixed: Rule = {
  id: 'number-separator-mixed',
  severity: 'warning',
  repeats: 'rule',
  summary: 'Labels of one list are punctuated differently.',
  why: 'It looks like a slip and hides where a list ends.',
  failing: '# 协议\n\n## 一、甲\n\n甲。\n\n## 二、乙\n\n乙。\n\n## 三．丙\n\n丙。\n',
  passing: '# 协议\n\n## 一、甲\n\n甲。\n\n## 二、乙\n\n乙。\n',
  check: (context) =>
    oddOnes(
      context,
      (label) =>
        label.style === 'decimal'
          ? /[.．]$/.test(label.text)
            ? '.'
            : ''
          : label.text
              .replace(/[\p{L}\p{N}〇-九]/gu, '')
              .replace(/[（(]/g, '')
              .replace(/[）)]/g, ')'),
      (label, usual) => `Unexpected separator in \`${label.text}\`, expected \`${usual}\` as in the other labels`,
    ),
}

/** Brackets of labels differ in width. */
export const labelBracketMixed: Rule = {
  id: 'label-bracket-mixed',
  severity: 'warning',
  repeats: 'rule',
  summary: 'A label mixes full and half width brackets, or has others than its neighbours.',
  why: 'Mixed brackets show that text was pasted together; search for a label fails.',
  failing: '# 协议\n\n## 一、甲\n\n下列：\n\n(1) 一；\n\n(2) 二；\n\n（3) 三。\n',
  passing: '# 协议\n\n## 一、甲\n\n下列：\n\n(1) 一；\n\n(2) 二。\n',
  check: (context) => [
    ...oddOnes(
      context,
      (label) => label.text.replace(/[^（）()]/g, ''),
      (label, usual) => `Unexpected brackets in \`${label.text}\`, expected \`${usual}\` as in the other labels`,
    ),
    ...neighbours(context, (previous, label, clause) =>
      isMixed(label) && isMixed(previous)
        ? at(clause, label, `Unexpected brackets of two widths in \`${label.text}\`, expected both full or both half width`)
        : undefined,
    ),
  ],
}

/** No blank after a label. */
export const labelSpaceMissing: Rule = {
  id: 'label-space-missing',
  severity: 'info',
  repeats: 'rule',
  summary: 'A label is followed by its text without a blank, unlike its neighbours.',
  why: 'Label and number in the text run together: `6.5您` can be read as an amount.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n1.2 第二。\n\n1.3第三。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n1.2 第二。\n',
  check: (context) =>
    oddOnes(
      context,
      (label) =>
        label.origin === 'list' || /[、）．：】]$/.test(label.text)
          ? undefined
          : /\s/.test(context.source.charAt(label.position.end.offset ?? 0).replace('*', ' '))
            ? ' '
            : 'none',
      (label) => `Unexpected text right after \`${label.text}\`, expected a blank`,
      'none',
    ),
}

/** The number of a clause does not repeat that of its section. */
export const numberMismatch: Rule = {
  id: 'number-mismatch',
  severity: 'error',
  summary: 'A decimal label does not begin with the number of its section.',
  why: 'The clause was moved or copied without its number; references to it are ambiguous.',
  failing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n## 二、乙\n\n3.1 第一。\n\n3.2 第二。\n',
  passing: '# 协议\n\n## 一、甲\n\n1.1 第一。\n\n## 二、乙\n\n2.1 第一。\n',
  check: ({agreement}) => {
    const findings: Finding[] = []
    for (const section of sections(agreement.clauses)) {
      const own = section.label?.values.length === 1 && section.label.style !== 'annex-han' ? section.label.values[0] : undefined
      if (own === undefined) continue
      for (const clause of section.children) {
        const {label} = clause
        if (label && label.style === 'decimal' && label.values.length > 1 && label.values[0] !== own && label.values[0] !== 1)
          findings.push(at(clause, label, `Unexpected \`${label.text}\` in section \`${section.label?.text}\`, expected \`${own}.…\``))
      }
    }
    return findings
  },
}

function sections(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => (clause.kind === 'part' ? sections(clause.children) : clause.kind === 'section' ? [clause] : []))
}

function at(clause: Clause, label: Label, message: string): Finding {
  return {path: clause.path, position: label.position, actual: label.text, message}
}

function last(label: Label): number {
  return label.values.at(-1) ?? 0
}

function isMixed({text}: Label): boolean {
  return /[（）]/.test(text) && /[()]/.test(text)
}

/** Looks at each label and the one before it of the same style and length among its siblings. */
function neighbours({agreement}: LintContext, look: (previous: Label, label: Label, clause: Clause) => Finding | undefined): Finding[] {
  const findings: Finding[] = []
  visit(agreement.clauses)
  return findings

  function visit(siblings: readonly Clause[]): void {
    let previous: Label | undefined
    for (const clause of siblings) {
      const {label} = clause
      if (
        label &&
        label.style !== 'bullet' &&
        !label.style.startsWith('bullet-') &&
        label.style !== 'footnote' &&
        !label.style.includes('annex')
      ) {
        if (
          previous &&
          previous.style === label.style &&
          previous.values.length === label.values.length &&
          previous.values.slice(0, -1).every((value, index) => value === label.values[index])
        ) {
          const isRestart = last(label) === 1 && clause.kind !== 'section'
          const finding = isRestart ? undefined : look(previous, label, clause)
          if (finding) findings.push(finding)
        }
        previous = label
      }
      visit(clause.children)
    }
  }
}

/** Labels whose trait differs from that of most of their siblings; at least two others must agree. */
function oddOnes(
  {agreement}: LintContext,
  trait: (label: Label) => string | undefined,
  message: (label: Label, usual: string) => string,
  odd?: string,
): Finding[] {
  const findings: Finding[] = []
  visit(agreement.clauses)
  return findings

  function visit(siblings: readonly Clause[]): void {
    const groups = new Map<string, {clause: Clause; label: Label; value: string}[]>()
    for (const clause of siblings) {
      const {label} = clause
      const value = label && !label.style.startsWith('bullet') && label.style !== 'footnote' ? trait(label) : undefined
      if (label && value !== undefined) groups.set(label.style, [...(groups.get(label.style) ?? []), {clause, label, value}])
      visit(clause.children)
    }
    for (const members of groups.values()) {
      const counts = new Map<string, number>()
      for (const {value} of members) counts.set(value, (counts.get(value) ?? 0) + 1)
      const [usual, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
      if (counts.size < 2 || count < 2) continue
      for (const {clause, label, value} of members)
        if (value !== usual && (odd === undefined || value === odd)) findings.push(at(clause, label, message(label, usual)))
    }
  }
}
