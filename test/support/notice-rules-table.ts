import type {LawTables} from '../../src/compiler/index.ts'

/** The rules of law as a Markdown table, for docs/notice.md. */
export function noticeRulesTable({rules}: LawTables): string {
  const rows = rules.map(({id, scope, when, start, period, usual, atMost, validFrom, source, confidence}) => [
    `\`${id}\``,
    scope.markets.join(', ').replace('*', 'all'),
    [...(scope.roles ?? ['all roles']), ...(scope.counterparties ?? [])].join(', '),
    [
      period ? `${period.count} ${period.unit}` : 'no number',
      ...(usual ? [`usually ${usual.count} ${usual.unit}`] : []),
      ...(atMost ? [`at most ${atMost.count} ${atMost.unit}`] : []),
    ].join('; '),
    `${start}; ${when}`,
    validFrom === '1900-01-01' ? '' : validFrom,
    source,
    confidence,
  ])
  const head = ['rule', 'markets', 'for', 'period', 'from; for which changes', 'since', 'source', '']
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `<!-- rules -->\n\n${lines.join('\n')}\n\n<!-- /rules -->`
}
