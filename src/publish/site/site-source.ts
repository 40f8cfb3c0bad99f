import type {CompileOptions, Diagnostic, Messages, NoticePolicy, NoticeProfile, Version} from '../../compiler/index.ts'
import type {HtmlRenderer} from '../../render/html/index.ts'
import type {PdfPrinter} from '../../render/pdf/index.ts'
import type {WorkingText} from '../version-request.ts'
import type {BuildProgress} from './run-tasks.ts'
import type {SiteFolder} from './site-folder.ts'

/** All that a site is built from. */
export interface SiteSource {
  /** Name of the site, title of its start page. */
  readonly name: string
  /** Address under which it will be served; without it there are no canonical addresses, feeds and sitemap. */
  readonly url?: string | undefined
  /** All agreements of the project, also those that are not asked for now. */
  readonly agreements: readonly SiteAgreement[]
  /** RFC 3339 instant at which it is told which version is in force. */
  readonly at: string
  /** SHA-256 over what else makes pages: program, templates, fonts, browser. */
  readonly toolsSha256: string
}

/** An agreement of a site. */
export interface SiteAgreement {
  readonly id: string
  readonly profile: NoticeProfile
  /** What the provider promises beyond the law. */
  readonly policy?: NoticePolicy | undefined
  /** Whom readers of a notice may ask, a line each. */
  readonly contact?: readonly string[] | undefined
  readonly severities?: CompileOptions['severities']
  /** Working texts, the authoritative one first. */
  readonly texts: readonly WorkingText[]
  /** Published versions by sequence. */
  readonly versions: readonly Version[]
  /** The frozen source of a version. */
  source(version: string, locale: string): Promise<string>
  /** The notice of a version as published, in Markdown; only where its manifest names one. */
  notice(version: string, locale: string): Promise<string>
}

/** What is built now. */
export interface SiteRequest {
  /** Ids of agreements; all where it is empty. */
  readonly only: readonly string[]
  /** Whether PDF is printed. */
  readonly withPdf: boolean
  /** Also the working texts of published agreements, and texts with errors. */
  readonly isDraft: boolean
}

/** What a site is built with. */
export interface SiteTools {
  readonly folder: SiteFolder
  readonly renderer: HtmlRenderer
  /** Messages by language, as the renderer has them. */
  readonly messages: Messages
  /** Script of the search on the start page. */
  readonly searchScript: string
  /** Asked only where something has to be printed. */
  readonly printer: PdfPrinter
  /** Faults of a text that only the outside knows, such as characters that no font has. */
  inspect(text: WorkingText): Promise<readonly Diagnostic[]>
  /** Pieces of work at the same time. */
  readonly jobs: number
  readonly progress?: BuildProgress | undefined
}
