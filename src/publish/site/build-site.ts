import type {Diagnostic} from '../../compiler/index.ts'
import {BUILD_RECORD, type RecordedTask, readBuildRecord, writeBuildRecord} from './build-record.ts'
import {changeTasks} from './change-tasks.ts'
import {currentTasks, publishedLocales, withText} from './current-tasks.ts'
import {draftTasks} from './draft-tasks.ts'
import {runTasks, type SiteTask, type TaskOutcome} from './run-tasks.ts'
import {siteTasks} from './site-pages.ts'
import type {SiteAgreement, SiteRequest, SiteSource, SiteTools} from './site-source.ts'
import {versionTasks} from './version-tasks.ts'

/** What a build did. */
export interface SiteReport {
  /** Whether the site was written; errors keep it from that, unless drafts are wanted. */
  readonly isWritten: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Files of the site after the build. */
  readonly files: number
  /** Pieces of work that were done, and that were as they had been. */
  readonly rendered: number
  readonly unchanged: number
  /** Files that belong to nothing any more. */
  readonly removed: number
}

/**
 * Builds a site: what did not change since the last build is left as it is, what belongs to nothing any more is removed, and nothing is
 * written where a text has errors. Files that no build of ours made are never touched.
 */
export async function buildSite(source: SiteSource, request: SiteRequest, tools: SiteTools): Promise<SiteReport> {
  const {folder, jobs, progress} = tools
  const before = readBuildRecord(await folder.read(BUILD_RECORD)).tasks
  const all = source.agreements.flatMap((agreement) => agreementTasks(agreement, {source, request, tools}))
  const wanted = all.filter(({agreement}) => request.only.length === 0 || request.only.includes(agreement)).map(({task}) => task)
  const run = {folder, before, jobs, isStrict: !request.isDraft, progress}
  try {
    const texts = await runTasks(wanted, run)
    const hasErrors = texts.diagnostics.some(({severity}) => severity === 'error')
    if (hasErrors && !request.isDraft) {
      await folder.end({keep: false, remove: []})
      return {isWritten: false, diagnostics: texts.diagnostics, files: 0, rendered: 0, unchanged: 0, removed: 0}
    }
    const kept = {...stillValid(before, source, request), ...texts.tasks}
    const pages = await runTasks(siteTasks(source, kept, tools), {...run, progress: undefined})
    return await finish({...kept, ...pages.tasks}, before, {texts, pages, tools})
  } catch (error) {
    await folder.end({keep: false, remove: []})
    throw error
  }
}

interface AgreementTask {
  readonly agreement: string
  readonly task: SiteTask
}

function agreementTasks(
  agreement: SiteAgreement,
  context: {readonly source: SiteSource; readonly request: SiteRequest; readonly tools: SiteTools},
): AgreementTask[] {
  const published = publishedLocales(agreement).flatMap((locale) => [
    ...withText(agreement.versions, locale).flatMap((version) => [
      ...versionTasks(agreement, version, locale, context),
      ...changeTasks(agreement, version, locale, context),
    ]),
    ...currentTasks(agreement, locale, context),
  ])
  const isShown = agreement.versions.length === 0 || context.request.isDraft
  const drafts = isShown ? agreement.texts.flatMap((text) => draftTasks(agreement, text, context)) : []
  return [...published, ...drafts].map((task) => ({agreement: agreement.id, task}))
}

/** What earlier builds made of agreements or forms that this one was not asked for. */
function stillValid(
  before: Readonly<Record<string, RecordedTask>>,
  source: SiteSource,
  request: SiteRequest,
): Readonly<Record<string, RecordedTask>> {
  const others = new Set(source.agreements.map(({id}) => id).filter((id) => request.only.length > 0 && !request.only.includes(id)))
  return Object.fromEntries(
    Object.entries(before).filter(([name]) => {
      const [, , id = ''] = /^\S+ ([^/]+)\/([^/]+)/.exec(name) ?? []
      return others.has(id)
    }),
  )
}

async function finish(
  tasks: Readonly<Record<string, RecordedTask>>,
  before: Readonly<Record<string, RecordedTask>>,
  {texts, pages, tools}: {readonly texts: TaskOutcome; readonly pages: TaskOutcome; readonly tools: SiteTools},
): Promise<SiteReport> {
  const paths = new Set(pathsOf(tasks))
  const remove = pathsOf(before).filter((path) => !paths.has(path))
  const rendered = texts.rendered.length + pages.rendered.length
  const record = writeBuildRecord(tasks)
  if (rendered > 0 || remove.length > 0 || record !== (await tools.folder.read(BUILD_RECORD)))
    await tools.folder.stage(BUILD_RECORD, record)
  await tools.folder.end({keep: true, remove})
  return {
    isWritten: true,
    diagnostics: texts.diagnostics,
    files: paths.size,
    rendered,
    unchanged: Object.keys(tasks).length - rendered,
    removed: remove.length,
  }
}

function pathsOf(tasks: Readonly<Record<string, RecordedTask>>): string[] {
  return Object.values(tasks).flatMap(({files}) => Object.keys(files))
}
