import type {Agreement} from '../clause-tree/index.ts'
import type {Diagnostic} from '../diagnostic/index.ts'

/** Drops what the author silenced by a comment, and reports silencers that give no reason or silence nothing. */
export function applySilencers(agreement: Agreement, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const silencers = agreement.dropped.flatMap((dropped) => {
    const match =
      dropped.reason === 'comment'
        ? /^<!--\s*proviso-ignore(?<all>-file)?\s+(?<rule>[\w-]+)\s*(?::\s*(?<reason>[\s\S]*?))?\s*-->$/.exec(dropped.text)
        : null
    return match?.groups
      ? [
          {
            rule: match.groups.rule ?? '',
            isFile: match.groups.all !== undefined,
            reason: match.groups.reason ?? '',
            position: dropped.position,
            count: {value: 0},
          },
        ]
      : []
  })
  if (silencers.length === 0) return [...diagnostics]
  const starts = clauseStarts(agreement)
  const kept = diagnostics.filter((diagnostic) => {
    const silencer = silencers.find(({rule, isFile, position, reason}) => {
      if (rule !== diagnostic.ruleId || reason === '') return false
      const offset = diagnostic.position?.start.offset ?? -1
      const from = position.end.offset ?? 0
      const next = starts.find((start) => start >= from) ?? Number.POSITIVE_INFINITY
      const after = starts.find((start) => start > next) ?? Number.POSITIVE_INFINITY
      return isFile || diagnostic.position?.start.line === position.start.line || (offset >= from && offset < after)
    })
    if (silencer) silencer.count.value += 1
    return silencer === undefined
  })
  const faults = silencers.flatMap(({rule, reason, position, count}): Diagnostic[] => {
    if (reason === '')
      return [
        {
          ruleId: 'silencer-without-reason',
          severity: 'warning',
          message: `Unexpected silencer of \`${rule}\` without a reason, expected \`proviso-ignore ${rule}: why\``,
          position,
        },
      ]
    return count.value === 0
      ? [
          {
            ruleId: 'silencer-unused',
            severity: 'info',
            message: `Unexpected silencer of \`${rule}\` that silences nothing, expected none`,
            position,
          },
        ]
      : []
  })
  return [...kept, ...faults]
}

function clauseStarts(agreement: Agreement): number[] {
  const starts: number[] = []
  const visit = (clauses: Agreement['clauses']) => {
    for (const clause of clauses) {
      starts.push(clause.position.start.offset ?? 0)
      visit(clause.children)
    }
  }
  visit(agreement.clauses)
  return starts.sort((a, b) => a - b)
}
