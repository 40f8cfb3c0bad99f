import type {Root} from 'mdast'
import type {Preset} from 'unified'
import {lintRule} from 'unified-lint-rule'
import type {VFile} from 'vfile'
import {compile, type Diagnostic, lintRules, type Rule} from '../index.ts'

/** How a rule reads a file in an editor. */
export interface RemarkLintOptions {
  /** Language of the text as BCP 47 tag; found from the text where it is not given. */
  readonly locale?: string
}

/** A plugin that takes `false`, a severity, or `[severity, options]`. */
export type RemarkLintRule = ReturnType<typeof lintRule<Root, RemarkLintOptions | undefined>>

/**
 * A rule of ours as a remark-lint rule, for `remark-cli` and for the plugins of editors.
 * A finding that has a safe fix offers it as `expected`, which editors show as a quick fix.
 */
export function remarkLintRule(rule: Rule): RemarkLintRule {
  return lintRule<Root, RemarkLintOptions | undefined>(
    {origin: `proviso:${rule.id}`, url: `docs/diagnostics.md#${rule.id}`},
    (_tree, file, options) => {
      for (const {ruleId, message, position, fix, actual} of diagnosticsOf(file, options?.locale)) {
        if (ruleId !== rule.id) continue
        const [edit, second] = fix?.edits ?? []
        const isQuick = edit !== undefined && second === undefined
        const place = isQuick ? edit.position : position
        const reported = file.message(message, place ? {place} : {})
        if (isQuick) {
          reported.actual = String(file).slice(edit.position.start.offset, edit.position.end.offset)
          reported.expected = [edit.text]
        } else if (actual !== undefined) reported.actual = actual
      }
    },
  )
}

/** All rules, errors as errors: `remark --use proviso/remark-lint terms.md`. */
const remarkPresetLintProviso: Preset = {
  plugins: lintRules.map((rule) => [remarkLintRule(rule), [rule.severity === 'error' ? 'error' : 'warn']]),
}

export default remarkPresetLintProviso

/** The findings in a file; compiled once, however many rules ask. */
function diagnosticsOf(file: VFile, locale: string | undefined): readonly Diagnostic[] {
  const text = String(file)
  const known = cache.get(file)
  if (known && known.text === text && known.locale === locale) return known.diagnostics
  const diagnostics = compile(text, {locale}).flatMap((compiled) => compiled.diagnostics)
  cache.set(file, {text, locale, diagnostics})
  return diagnostics
}

const cache = new WeakMap<VFile, {text: string; locale: string | undefined; diagnostics: readonly Diagnostic[]}>()
