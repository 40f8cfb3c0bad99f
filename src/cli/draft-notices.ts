import {createHash} from 'node:crypto'
import {join, resolve} from 'node:path'
import {
  type AgreementSettings,
  agreementTitle,
  type ChangeNotice,
  type Comparison,
  canonicalTree,
  compareSources,
  compile,
  draftNotice,
  lawTables,
  type NoticeRequest,
  noticeLanguage,
  parametersFor,
  type TemplateSet,
  translator,
  type Version,
} from '../index.ts'
import {
  findProject,
  OperationalError,
  openVersionFolder,
  type Project,
  readProject,
  readReference,
  readTemplates,
  type SourceText,
} from '../io/index.ts'
import {contactLines, readConcerns, readLinks, readMoment, readOverrides, readProfile, readSpan, todayIn} from './notice-options.ts'
import {readParameters} from './parameters.ts'

/** Options of `proviso notice`, as given. */
export interface NoticeOptions {
  readonly from?: string
  readonly published?: string
  readonly delivered?: string
  readonly effective?: string
  readonly latestAnnouncement?: boolean
  readonly comments?: string
  readonly transitionEnd?: string
  readonly concerns?: string
  readonly profile?: string
  readonly timeZone?: string
  readonly contact: readonly string[]
  readonly via: readonly string[]
  readonly link: readonly string[]
  readonly summary?: string
  readonly versionName?: string
  readonly override: readonly string[]
  readonly reason?: string
  readonly by?: string
  readonly format: string
  readonly json?: boolean
  readonly output?: string
  readonly locale?: string
  readonly param: readonly string[]
}

/** A drafted notice with what it was made from. */
export interface NoticeDraft {
  readonly request: NoticeRequest
  readonly notice: ChangeNotice
  readonly comparison: Comparison
  readonly templates: TemplateSet
  readonly isInProject: boolean
}

/**
 * Reads both texts and drafts a notice for each agreement in them that changed.
 *
 * @throws {OperationalError} where a text is missing or an option is malformed
 */
export async function draftNotices(
  reference: string,
  old: string | undefined,
  options: NoticeOptions,
  folder: string,
): Promise<readonly NoticeDraft[]> {
  const now = await readReference(reference, {folder, locale: options.locale})
  const before = await readOld(old, now, {folder, locale: now.locale ?? options.locale})
  const root = findProject(now.file === undefined ? folder : resolve(now.file, '..'))
  const project = now.agreement && root !== undefined ? await readProject(root) : undefined
  const history = project && now.agreement ? await openVersionFolder(join(now.agreement.folder, 'versions')).history() : []
  const templates = await readTemplates(project ? resolve(project.root, project.settings.templates ?? 'templates') : undefined)
  const settings = now.agreement?.settings
  const comparisons = compareSources(compiled(before, now, options, project), compiled(now, now, options, project))
  return comparisons
    .filter(({diff}, _, all) => all.length === 1 || diff.changes.length > 0)
    .map((comparison) => {
      const request = requestOf(comparison, {before, now, options, project, settings, templates, history})
      return {request, notice: draftNotice(request), comparison, templates, isInProject: project !== undefined}
    })
}

async function readOld(
  old: string | undefined,
  now: SourceText,
  site: {readonly folder: string; readonly locale: string | undefined},
): Promise<SourceText> {
  if (old !== undefined) return readReference(old, site)
  if (!now.agreement)
    throw new OperationalError('version-missing', `Nothing says which version of ${now.name} is in force`, 'Name it with `--from <ref>`.', {
      isMissing: false,
    })
  try {
    return await readReference(`${now.agreement.id}@current`, site)
  } catch (cause) {
    if (!(cause instanceof OperationalError)) throw cause
    throw new OperationalError(
      'version-missing',
      `${now.agreement.id} has no published version in force`,
      'Publish one, or name the version in force with `--from <ref>`.',
      {isMissing: false, cause},
    )
  }
}

function compiled(source: SourceText, now: SourceText, options: NoticeOptions, project: Project | undefined) {
  const locale = source.locale ?? now.locale
  const given = readParameters(options.param)
  const values = parametersFor(locale ?? '', project?.settings.parameters, now.agreement?.settings.parameters, given)
  const isFilled = Object.keys(values).length > 0
  return {
    compiled: compile(source.text, {locale, ...(isFilled ? {parameters: values} : {})}),
    side: {...(now.agreement ? {agreement: now.agreement.id} : {}), sha256: sha256(source.text)},
  }
}

interface RequestSite {
  readonly before: SourceText
  readonly now: SourceText
  readonly options: NoticeOptions
  readonly project: Project | undefined
  readonly settings: AgreementSettings | undefined
  readonly templates: TemplateSet
  /** Published versions of the agreement, by sequence. */
  readonly history: readonly Version[]
}

function requestOf(
  {from, to, diff}: Comparison,
  {before, now, options, project, settings, templates, history}: RequestSite,
): NoticeRequest {
  const text = to.agreement.locale
  const locale = noticeLanguage(templates.messages, options.locale ?? now.locale ?? text)
  const timeZone = options.timeZone ?? settings?.timeZone ?? 'Asia/Shanghai'
  const today = todayIn(timeZone)
  const announced = options.published === undefined ? today : readMoment('--published', options.published)
  const fromVersion = before.version?.manifest.version ?? statedDate(from) ?? before.name
  const stated = statedDate(to)
  const overrides = readOverrides(options.override, options.reason, options.by)
  const site = project?.settings.site?.url?.replace(/\/$/, '')
  const pageOf = (version: string) =>
    site !== undefined && now.agreement ? `${site}/${now.locale ?? text}/${now.agreement.id}/${version}/` : undefined
  const [oldPage, newPage] = [before.version && pageOf(fromVersion), options.versionName && pageOf(options.versionName)]
  return {
    agreement: now.agreement?.id ?? now.name,
    title: settings?.titles[now.locale ?? text] ?? agreementTitle(to.agreement) ?? now.name,
    locale,
    translate: translator(templates.messages, locale),
    provider: settings && (settings.provider.names?.[now.locale ?? text] ?? settings.provider.name),
    fromVersion,
    toVersion: options.versionName ?? (stated === undefined || stated === fromVersion ? announced.slice(0, 10) : stated),
    profile: options.profile === undefined ? (settings?.profile ?? defaultProfile(text)) : readProfile(options.profile),
    timeZone,
    announced,
    ...(options.delivered === undefined ? {} : {delivered: readMoment('--delivered', options.delivered)}),
    ...(options.effective === undefined ? {} : {effective: readMoment('--effective', options.effective)}),
    old: from,
    now: to,
    diff,
    policy: settings?.noticePolicy,
    concerns: readConcerns(options.concerns),
    law: lawTables,
    summary: options.summary,
    deliveredVia: options.via,
    commentPeriod: options.comments === undefined ? undefined : readSpan(options.comments),
    transitionEnd: options.transitionEnd === undefined ? undefined : readMoment('--transition-end', options.transitionEnd),
    contact: options.contact.length > 0 ? options.contact : contactLines(settings?.provider.contact),
    fullText: {
      ...(oldPage ? {old: oldPage} : {}),
      ...(newPage ? {new: newPage, redline: `${newPage}redline.html`} : {}),
      ...readLinks(options.link),
    },
    history: history
      .filter(({withdrawal}) => withdrawal === undefined)
      .map(({manifest: {version, effectiveAt}}) => ({version, effectiveAt, ...withHref(pageOf(version))}))
      .reverse(),
    hashes: {old: hashesOf(from, before.text), new: hashesOf(to, now.text)},
    overrides,
  }
}

function withHref(href: string | undefined): {readonly href?: string} {
  return href === undefined ? {} : {href}
}

/** A direct service in the market of the language, as `check` takes it. */
function defaultProfile(locale: string): NoticeRequest['profile'] {
  const market = {zh: 'CN', de: 'DE', ja: 'JP'}[locale.split('-')[0] ?? ''] ?? 'EU'
  return {role: 'direct', counterparty: 'both', markets: [market]}
}

/** The date by which a text calls its version. */
function statedDate({facts}: Comparison['to']): string | undefined {
  return (facts.dates.find(({kind}) => kind === 'version') ?? facts.dates.find(({kind}) => kind !== 'version'))?.date
}

function hashesOf({agreement}: Comparison['to'], source: string) {
  return {sourceSha256: sha256(source), treeSha256: sha256(canonicalTree(agreement))}
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
