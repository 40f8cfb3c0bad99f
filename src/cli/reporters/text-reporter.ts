import pc from 'picocolors'
import stringWidth from 'string-width'
import type {Diagnostic} from '../../index.ts'
import {foldRepeated} from './fold-repeated.ts'
import type {Reporter} from './reporter.ts'

/** For people: each finding with its line and a caret below what is meant, repeated slips once. */
export const textReporter: Reporter = (checked) => {
  const files = checked.map((file) => ({...file, diagnostics: foldRepeated(file.diagnostics)}))
  let out = ''
  for (const {name, text, diagnostics} of files) {
    if (diagnostics.length === 0) continue
    const lines = text.split('\n')
    out += `${pc.underline(name)}\n`
    for (const diagnostic of diagnostics) out += finding(diagnostic, lines)
    out += '\n'
  }
  return out + summary(files.flatMap(({diagnostics}) => diagnostics))
}

function finding({position, severity, message, ruleId, path, fix}: Diagnostic, lines: readonly string[]): string {
  const {line = 1, column = 1} = position?.start ?? {}
  const head = `  ${`${line}:${column}`.padEnd(8)} ${COLOR[severity](severity.padEnd(7))}  ${message}${path ? pc.dim(`  [${path}]`) : ''}  ${pc.dim(ruleId)}${fix ? pc.green('  fixable') : ''}\n`
  const source = lines[line - 1]
  if (source === undefined || position === undefined) return head
  const end = position.end.line === line ? position.end.column : source.length + 1
  const from = Math.max(0, column - 1 - CONTEXT)
  const shown = source
    .slice(from, Math.max(end, column) + CONTEXT)
    .replace(/\t/g, ' ')
    .trimEnd()
  const lead = from > 0 ? '…' : ''
  const width = Math.max(1, stringWidth(source.slice(column - 1, Math.min(end - 1, column - 1 + 60))))
  return `${head}${pc.dim(`           ${lead}${shown}`)}\n           ${' '.repeat(stringWidth(lead + source.slice(from, column - 1).replace(/\t/g, ' ')))}${COLOR[severity]('^'.repeat(width))}\n`
}

/** Characters shown on both sides of a finding. */
const CONTEXT = 24

function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')]
  const fixable = diagnostics.filter(({fix}) => fix !== undefined).length
  if (diagnostics.length === 0) return `${pc.green('✔')} no findings\n`
  return `${errors > 0 ? pc.red('✖') : pc.yellow('⚠')} ${errors} errors, ${warnings} warnings, ${infos} notes${fixable > 0 ? `   ${fixable} fixable with --fix` : ''}\n`
}

const COLOR: Readonly<Record<Diagnostic['severity'], (text: string) => string>> = {error: pc.red, warning: pc.yellow, info: pc.blue}
