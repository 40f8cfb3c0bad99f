import {type Diagnostic, type Manifest, recordText} from '../compiler/index.ts'
import {compileWorkingText, diagnoseTexts} from './compile-working-text.ts'
import {judgeVersion} from './judge-version.ts'
import {makeManifest} from './make-manifest.ts'
import {versionDates} from './version-dates.ts'
import {versionRefusals} from './version-refusals.ts'
import type {Refusal, VersionRequest, VersionTools} from './version-request.ts'
import type {VersionFiles} from './version-store.ts'

/** A version that is ready to be stored, or why there is none. */
export interface VersionPlan {
  /** Name that the version has or would have. */
  readonly version: string
  readonly diagnostics: readonly Diagnostic[]
  readonly refusals: readonly Refusal[]
  /** Absent where there are refusals, or errors among the diagnostics. */
  readonly frozen?: {
    readonly manifest: Manifest
    readonly files: VersionFiles
    /** What each rule of the manifest rests on, in English, by the id of the rule: for messages. */
    readonly englishBases: ReadonlyMap<string, string>
  }
}

/** Freezes working texts as a version without storing it: everything that the manifest says, or everything that forbids it. */
export async function planVersion(request: VersionRequest, tools: VersionTools): Promise<VersionPlan> {
  const history = await tools.store.history()
  const last = history.at(-1)
  const version = request.version ?? String((last?.manifest.sequence ?? 0) + 1)
  const texts = request.texts.map((text) => compileWorkingText(text, request))
  const diagnostics = diagnoseTexts(texts, request)
  const {dates, refusals: forbiddenDates} = versionDates(request, history)
  const refusals = [...versionRefusals(version, texts, history), ...forbiddenDates]
  if (!dates || refusals.length > 0 || diagnostics.some(({severity}) => severity === 'error')) return {version, diagnostics, refusals}
  const judgement = await judgeVersion(request, {texts, history, dates, version}, tools)
  if (judgement.refusals.length > 0) return {version, diagnostics, refusals: judgement.refusals}
  const manifest = await makeManifest({request, history, texts, dates, version, ...judgement}, tools)
  const files: Record<string, string> = {'manifest.json': recordText(manifest)}
  for (const {locale, source} of texts) files[`${locale}.md`] = source
  for (const {locale, markdown} of judgement.notices) files[`notice.${locale}.md`] = markdown
  const {englishBases} = judgement
  return {version, diagnostics, refusals, frozen: {manifest, files: {version, previous: last?.manifestSha256, files}, englishBases}}
}
