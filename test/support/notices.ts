import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  type ChangeNotice,
  type ComparedVersion,
  compareAgreements,
  compile,
  draftNotice,
  lawTables,
  type Messages,
  type NoticeRequest,
  type NoticeView,
  translator,
  viewNotice,
  viewRedline,
} from '../../src/compiler/index.ts'

const root = join(import.meta.dirname, '../..')

/** The messages of a language, those of notices among them. */
export function messagesOf(...locales: readonly string[]): Messages {
  const read = (file: string) => JSON.parse(readFileSync(join(root, 'templates/locales', file), 'utf8')) as Record<string, string>
  return Object.fromEntries(locales.map((locale) => [locale, {...read(`${locale}.json`), ...read(`notice/${locale}.json`)}]))
}

/** A request for a notice of the changes between two sources, with all that it must say. */
export function noticeRequest(oldText: string, newText: string, more: Partial<NoticeRequest> = {}): NoticeRequest {
  const {locale = 'zh-CN'} = more
  const [old, now] = [versionIn(locale, oldText), versionIn(locale, newText)]
  return {
    agreement: 'sample',
    title: locale === 'en' ? 'Yunjian SMS Service Agreement' : '云笺短信服务协议',
    provider: locale === 'en' ? 'Yunjian Technology (Example) Co., Ltd.' : '云笺科技（示例）有限公司',
    locale,
    translate: translator(messagesOf('en', locale), locale),
    fromVersion: '2026.1',
    toVersion: '2026.2',
    profile: {role: 'direct', counterparty: 'business', markets: ['CN']},
    timeZone: 'Asia/Shanghai',
    announced: '2026-06-01',
    old,
    now,
    diff: compareAgreements(old, now),
    law: lawTables,
    deliveredVia: locale === 'en' ? ['Console', 'e-mail'] : ['控制台公告', '邮件'],
    contact: ['support@yunjian.example'],
    fullText: {
      new: 'https://legal.yunjian.example/new',
      old: 'https://legal.yunjian.example/old',
      redline: 'https://legal.yunjian.example/redline',
    },
    hashes: {old: {sourceSha256: '0'.repeat(64)}, new: {sourceSha256: '1'.repeat(64)}},
    ...more,
  }
}

/** A notice as its readers see it. */
export function noticeView(request: NoticeRequest): {readonly notice: ChangeNotice; readonly view: NoticeView} {
  const {old, now, diff, translate} = request
  const notice = draftNotice(request)
  return {notice, view: viewNotice(notice, viewRedline({from: old.agreement, to: now.agreement, diff, translate}), translate)}
}

function versionIn(locale: string, source: string): ComparedVersion {
  const key = `${locale} ${source}`
  const known = versions.get(key)
  if (known) return known
  const [compiled] = compile(source, {locale, parameters: PARAMETERS[locale] ?? {}})
  if (!compiled) throw new Error('no agreement in the source')
  const version = {agreement: compiled.agreement, facts: compiled.facts}
  versions.set(key, version)
  return version
}

const versions = new Map<string, ComparedVersion>()

const PARAMETERS: Readonly<Record<string, Record<string, string>>> = {
  'zh-CN': {channelName: '云笺短信', supportEmail: 'support@yunjian.example'},
  en: {channelName: 'Yunjian SMS', supportEmail: 'support@yunjian.example'},
}
