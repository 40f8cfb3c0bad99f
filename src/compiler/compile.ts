import {analyze, type Facts} from './analyze/index.ts'
import {type Agreement, resolveParameters} from './clause-tree/index.ts'
import type {Diagnostic} from './diagnostic/index.ts'
import {type LintOptions, lint} from './lint/index.ts'
import {parse} from './parse/index.ts'

/** How to compile a source. */
export interface CompileOptions {
  /** Language of the text as BCP 47 tag; found from the text where it is not given. */
  readonly locale?: string | undefined
  /** Values for `{{name}}`; a name without a value is then an error. Left out: placeholders stay as they stand. */
  readonly parameters?: Readonly<Record<string, string | number>> | undefined
  /** Requirements of law for the linter; by default those of a direct service in the market of the language. */
  readonly profile?: LintOptions['profile']
  /** Severity by rule id. */
  readonly severities?: LintOptions['severities']
}

/** An agreement with all that the compiler knows about it. */
export interface CompiledAgreement {
  readonly agreement: Agreement
  /** The tree with its placeholders as they stand; `agreement` itself where nothing was filled in. */
  readonly frozen: Agreement
  readonly facts: Facts
  readonly diagnostics: readonly Diagnostic[]
}

/** Markdown → the agreements in it, with facts and diagnostics. Never throws for text. */
export function compile(source: string, options: CompileOptions = {}): readonly CompiledAgreement[] {
  return parse(source, {locale: options.locale}).agreements.map((parsed) => {
    const {agreement, missing} = options.parameters
      ? resolveParameters(parsed.agreement, options.parameters)
      : {agreement: parsed.agreement, missing: []}
    const facts = analyze(agreement)
    const linted = lint(parsed.agreement, agreement === parsed.agreement ? facts : analyze(parsed.agreement), {
      source,
      profile: options.profile,
      severities: options.severities,
    })
    return {agreement, frozen: parsed.agreement, facts, diagnostics: [...parsed.diagnostics, ...missing.map(missingParameter), ...linted]}
  })
}

function missingParameter({name, path, position}: {name: string; path: string; position?: Diagnostic['position']}): Diagnostic {
  return {
    ruleId: 'parameter-missing',
    severity: 'error',
    message: `Unexpected parameter \`${name}\` without a value, expected one in \`agreement.yaml\`, in \`proviso.config.yaml\` or by \`--param ${name}=…\``,
    path,
    ...(position ? {position} : {}),
    actual: `{{${name}}}`,
  }
}
