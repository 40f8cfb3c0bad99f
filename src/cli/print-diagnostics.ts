import pc from 'picocolors'
import type {Diagnostic, Severity} from '../index.ts'
import {foldRepeated} from './reporters/fold-repeated.ts'

/** Prints diagnostics as `file:line:column  severity  message  rule`, one a line, repeated slips once. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], out: {write(text: string): unknown}): void {
  for (const {file, position, severity, message, ruleId} of foldRepeated(diagnostics)) {
    const place = [file, position?.start.line, position?.start.column].filter((part) => part !== undefined).join(':')
    out.write(`${place}  ${COLORS[severity](severity)}  ${message}  ${pc.dim(ruleId)}\n`)
  }
}

const COLORS: Readonly<Record<Severity, (text: string) => string>> = {error: pc.red, warning: pc.yellow, info: pc.blue}
