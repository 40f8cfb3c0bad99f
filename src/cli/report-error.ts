import pc from 'picocolors'
import {TemplateFault} from '../index.ts'
import {OperationalError, SettingsError} from '../io/index.ts'
import {EXIT_FINDINGS, EXIT_MISSING, EXIT_USAGE} from './exit-codes.ts'
import {printDiagnostics} from './print-diagnostics.ts'

/** Says what failed and how to mend it, and gives the exit code. A bug is thrown on. */
export function reportError(error: unknown): number {
  if (error instanceof OperationalError) {
    process.stderr.write(`${pc.red('✖')} ${error.message}\n  ${error.remedy}\n`)
    return error.isOvertaken ? EXIT_FINDINGS : error.isMissing ? EXIT_MISSING : EXIT_USAGE
  }
  if (error instanceof SettingsError) {
    printDiagnostics(error.diagnostics, process.stderr)
    return EXIT_USAGE
  }
  if (error instanceof TemplateFault) {
    const start = {line: error.line ?? 1, column: error.column ?? 1, offset: 0}
    const {message, file} = error
    const place = {file: `templates/${file}`, ...(error.line === undefined ? {} : {position: {start, end: start}})}
    printDiagnostics([{ruleId: 'template-fault', severity: 'error', message, ...place}], process.stderr)
    return EXIT_USAGE
  }
  throw error
}
