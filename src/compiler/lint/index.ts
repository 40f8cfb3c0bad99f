/** Tree and facts → diagnostics. One rule, its documentation and its examples stand together in rules/. */
export {applyFixes} from './apply-fixes.ts'
export {type LintOptions, lint} from './lint.ts'
export type {LintProfile, Rule} from './rule.ts'
export {lintRules} from './rules/index.ts'
export {type AnalyzedText, compareLocales, pairTranslation} from './translation/compare-locales.ts'
export {type TranslationRule, translationRules} from './translation/rules.ts'
