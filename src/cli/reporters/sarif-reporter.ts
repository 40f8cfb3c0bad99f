import {createHash} from 'node:crypto'
import {type Diagnostic, lintRules, translationRules} from '../../index.ts'
import {type Reporter, ruleUrl} from './reporter.ts'

/** SARIF 2.1.0 (OASIS), with fingerprints that survive moves of lines. */
export const sarifReporter: Reporter = (files) => {
  const used = new Set(files.flatMap(({diagnostics}) => diagnostics.map(({ruleId}) => ruleId)))
  const rules = [...used].sort().map((id) => {
    const rule = [...lintRules, ...translationRules].find((known) => known.id === id)
    return {id, helpUri: ruleUrl(id), ...(rule ? {shortDescription: {text: rule.summary}, fullDescription: {text: rule.why}} : {})}
  })
  const results = files.flatMap(({name, diagnostics}) => {
    const seen = new Map<string, number>()
    return diagnostics.map((diagnostic) => {
      const key = fingerprint(name, diagnostic)
      const count = seen.get(key) ?? 0
      seen.set(key, count + 1)
      return {
        ruleId: diagnostic.ruleId,
        level: diagnostic.severity === 'info' ? 'note' : diagnostic.severity,
        message: {text: diagnostic.message},
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: encodeURI(name)},
              ...(diagnostic.position ? {region: region(diagnostic.position)} : {}),
            },
          },
        ],
        partialFingerprints: {'proviso/v1': `${key}:${count}`},
      }
    })
  })
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{tool: {driver: {name: 'Proviso', informationUri: 'docs/diagnostics.md', rules}}, columnKind: 'utf16CodeUnits', results}],
  }
  return `${JSON.stringify(log)}\n`
}

function region({start, end}: NonNullable<Diagnostic['position']>): object {
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
}

function fingerprint(file: string, {ruleId, path = '', actual = ''}: Diagnostic): string {
  return createHash('sha256')
    .update([file, ruleId, path, actual.replace(/\s+/g, '')].join('\n'))
    .digest('hex')
    .slice(0, 16)
}
