import {foldRepeated} from './fold-repeated.ts'
import type {Reporter} from './reporter.ts'

/** Annotations of a GitHub workflow run, one for a slip that is repeated. */
export const githubReporter: Reporter = (files) =>
  files
    .flatMap(({name, diagnostics}) =>
      foldRepeated(diagnostics).map(({severity, message, ruleId, position}) => {
        const level = severity === 'info' ? 'notice' : severity
        const {line = 1, column = 1} = position?.start ?? {}
        return `::${level} file=${property(name)},line=${line},col=${column},endLine=${position?.end.line ?? line},title=${property(ruleId)}::${data(message)}\n`
      }),
    )
    .join('')

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
