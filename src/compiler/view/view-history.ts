import {type Version, type VersionState, versionState} from '../version/index.ts'
import {directionOf} from './direction.ts'
import type {EditionView} from './edition-view.ts'
import type {HistoryEntry, HistoryView} from './history-view.ts'
import {absoluteAddress, canonical, type PageAddress} from './page-head.ts'

/** What the history of an agreement is made of. */
export interface HistorySource {
  readonly locale: string
  /** Title of the agreement in this language. */
  readonly title: string
  /** Title of the page, in the words of the language. */
  readonly pageTitle: string
  readonly provider: string
  /** Versions that have a text in this language, by sequence. */
  readonly versions: readonly Version[]
  /** All versions, by sequence. */
  readonly history: readonly Version[]
  /** RFC 3339 instant at which the states are told. */
  readonly at: string
  readonly links: HistoryView['links']
  readonly translations: HistoryView['translations']
  readonly address?: PageAddress | undefined
  /** Forms of a version, relative to the page of the history. */
  readonly formsOf: (version: string) => EditionView['links']
}

/** Versions → the page that lists them, the newest first, with where each is in its life. */
export function viewHistory(source: HistorySource): HistoryView {
  const {locale, address, translations} = source
  const self = address ? absoluteAddress(address, '') : ''
  return {
    type: 'history',
    locale,
    direction: directionOf(locale),
    title: source.pageTitle,
    head: {
      isListed: true,
      metas: [],
      links: [
        ...canonical(address),
        ...(translations.length > 0 && self !== '' ? [{rel: 'alternate', hreflang: locale, href: self}] : []),
        ...translations.map((text) => ({
          rel: 'alternate',
          hreflang: text.locale,
          href: address ? absoluteAddress(address, text.href) : text.href,
        })),
      ],
      data: [],
    },
    agreement: {title: source.title, provider: source.provider},
    links: source.links,
    translations,
    versions: source.versions.map((version) => viewVersion(version, source)).reverse(),
  }
}

function viewVersion(version: Version, {history, at, formsOf}: HistorySource): HistoryEntry {
  const {manifest} = version
  const state = versionState(version, history, at)
  const follower = history.find(({manifest: {sequence}, withdrawal}) => sequence > manifest.sequence && withdrawal === undefined)
  const endedAt = state === 'superseded' || state === 'in-force' ? follower?.manifest.effectiveAt : undefined
  return {
    version: manifest.version,
    state: STATES[state],
    announcedAt: manifest.announcedAt,
    effectiveAt: manifest.effectiveAt,
    ...(endedAt === undefined ? {} : {endedAt}),
    ...(manifest.summary === undefined ? {} : {summary: manifest.summary}),
    href: `${manifest.version}/index.html`,
    forms: formsOf(manifest.version),
  }
}

const STATES: Readonly<Record<VersionState, HistoryEntry['state']>> = {
  announced: 'upcoming',
  'in-force': 'in-force',
  superseded: 'past',
  withdrawn: 'withdrawn',
}
