import {type Reporter, ruleUrl} from './reporter.ts'

/** For programs: one document, see docs/diagnostics.md. */
export const jsonReporter: Reporter = (files) =>
  `${JSON.stringify({
    schemaVersion: 1,
    diagnostics: files.flatMap(({name, diagnostics}) =>
      diagnostics.map((diagnostic) => ({...diagnostic, file: name, related: diagnostic.related ?? [], url: ruleUrl(diagnostic.ruleId)})),
    ),
  })}\n`
