import type {CompileOptions, Diagnostic, NoticePolicy, NoticeProfile, RuleOverride} from '../compiler/index.ts'
import type {TemplateSet} from '../render/html/index.ts'
import type {PdfPrinter} from '../render/pdf/index.ts'
import type {VersionStore} from './version-store.ts'

/** What somebody wants to publish. Dates are as written: a day, a local time, or RFC 3339. */
export interface VersionRequest {
  /** Id of the agreement. */
  readonly agreement: string
  /** IANA name. */
  readonly timeZone: string
  /** Working texts, the authoritative one first. */
  readonly texts: readonly WorkingText[]
  readonly profile: NoticeProfile
  /** What the provider promises beyond the law. */
  readonly policy?: NoticePolicy | undefined
  /** Whom readers of a notice may ask, a line each. */
  readonly contact?: readonly string[] | undefined
  /** Address of the site on which the version will be. */
  readonly site?: string | undefined
  /** Severity by rule id. */
  readonly severities?: CompileOptions['severities']
  /** Name of the version; the sequence number where it is left out. */
  readonly version?: string | undefined
  /** When it is announced; now where it is left out. */
  readonly announcedAt?: string | undefined
  /** When it takes effect; for a first version, where it is left out, when it is announced. */
  readonly effectiveAt?: string | undefined
  readonly approvedBy: readonly string[]
  readonly summary?: string | undefined
  readonly overrides: readonly RuleOverride[]
  /** The present, RFC 3339. */
  readonly now: string
}

/** A text to freeze. */
export interface WorkingText {
  readonly locale: string
  /** How messages call it. */
  readonly name: string
  readonly source: string
  /** Title of the agreement in this language. */
  readonly title: string
  /** Provider in this language. */
  readonly provider: string
  /** Values of parameters in this language. */
  readonly parameters: Readonly<Record<string, string | number>>
  /** Faults that only the outside knows, such as characters that no font has. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** What a version is made with. */
export interface VersionTools {
  readonly store: VersionStore
  readonly templates: TemplateSet
  /** Left out: no PDF is rendered, and the manifest names none. */
  readonly printer?: PdfPrinter | undefined
  /** Version of Proviso. */
  readonly proviso: string
}

/** Why a version is not published. */
export interface Refusal {
  /** Stable kebab-case name; the rule to name where it can be overridden. */
  readonly rule: string
  /** What is wrong and how to mend it, in English. */
  readonly message: string
  readonly canOverride: boolean
}
