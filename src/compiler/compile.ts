import {analyze, type Facts} from './analyze/index.ts'
import type {Agreement} from './clause-tree/index.ts'
import type {Diagnostic} from './diagnostic/index.ts'
import {type ParseOptions, parse} from './parse/index.ts'

/** An agreement with all that the compiler knows about it. */
export interface CompiledAgreement {
  readonly agreement: Agreement
  readonly facts: Facts
  readonly diagnostics: readonly Diagnostic[]
}

/** Markdown → the agreements in it, with facts and diagnostics. Never throws for text. */
export function compile(source: string, options: ParseOptions = {}): readonly CompiledAgreement[] {
  return parse(source, options).agreements.map(({agreement, diagnostics}) => {
    const facts = analyze(agreement)
    return {agreement, facts, diagnostics}
  })
}
