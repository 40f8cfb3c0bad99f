import {type CompiledAgreement, compareLocales, compile, type Diagnostic, readSource, resolveParameters} from '../compiler/index.ts'
import type {VersionRequest, WorkingText} from './version-request.ts'

/** A working text as it is read: with its parameters filled in, for readers, and as it stands, for hashes and comparisons. */
export interface CompiledText extends WorkingText {
  readonly resolved: CompiledAgreement
  readonly frozen: ReturnType<typeof readSource>[number]
  /** Names of the parameters in it, sorted. */
  readonly usedParameters: readonly string[]
  /** How many agreements the source holds; a version has one. */
  readonly agreementCount: number
}

/** Reads a working text, placeholders filled in and not. */
export function compileWorkingText(text: WorkingText, {profile, severities}: VersionRequest): CompiledText {
  const {source, locale, parameters} = text
  const resolved = compile(source, {locale, parameters, profile, severities})
  const frozen = readSource(source, locale)
  const [first, own] = [resolved[0], frozen[0]]
  if (!first || !own) throw new Error('A source holds at least one agreement')
  return {
    ...text,
    resolved: first,
    frozen: own,
    usedParameters: [...resolveParameters(own.agreement, parameters).used].sort(),
    agreementCount: frozen.length,
  }
}

/** What `check` says about the texts, and what the outside found in them. */
export function diagnoseTexts(texts: readonly CompiledText[], {severities}: VersionRequest): Diagnostic[] {
  const [authoritative] = texts
  return texts.flatMap((text) => {
    const parity = authoritative && text !== authoritative ? compareLocales(authoritative.resolved, text.resolved, severities) : []
    return [...text.resolved.diagnostics, ...parity, ...(text.diagnostics ?? [])].map((diagnostic) => ({...diagnostic, file: text.name}))
  })
}
