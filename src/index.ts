/** The library: what the command line and the server are made of. */
export {
  type Agreement,
  agreementTitle,
  type Clause,
  type CompiledAgreement,
  type CompileOptions,
  compile,
  type Diagnostic,
  type Facts,
  format,
  headingText,
  type Inspection,
  ownText,
  resolveParameters,
  type Severity,
  toInspection,
} from './compiler/index.ts'
