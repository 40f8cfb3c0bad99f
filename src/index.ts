/** The library: what the command line and the server are made of. */
export {
  type Agreement,
  type AgreementDiff,
  agreementTitle,
  applyFixes,
  applyPatch,
  type Change,
  type Clause,
  type ComparedVersion,
  type CompiledAgreement,
  type CompileOptions,
  compareAgreements,
  compareLocales,
  compile,
  DIFF_ENGINE,
  type Diagnostic,
  type Facts,
  flattenClauses,
  format,
  headingText,
  type Inspection,
  type LimitationFact,
  type LintProfile,
  lintRules,
  ownText,
  type Patch,
  patchBetween,
  type Rule,
  resolveParameters,
  type Severity,
  type TranslationRule,
  toInspection,
  translationRules,
} from './compiler/index.ts'
export {type AgreementSettings, type ProjectSettings, parametersFor} from './config/index.ts'
export {type OutputFolder, type PublishedText, type PublishTools, publishText} from './publish/index.ts'
export {createHtmlRenderer, type HtmlRenderer, type IndexView, type TemplateSet} from './render/html/index.ts'
export {type PdfPrinter, renderPdf} from './render/pdf/index.ts'
