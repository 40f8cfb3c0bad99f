import type {ConsentMetadata} from './consent-metadata.ts'
import type {EditionLink, EditionView} from './edition-view.ts'
import type {HeadLink, HeadView} from './page-view.ts'

/** Where a page will stand. */
export interface PageAddress {
  /** Address of the site, such as `https://legal.example`; absent where it is not known: links are relative then. */
  readonly site?: string | undefined
  /** Path below it: `en/sms/index.html`. */
  readonly path: string
}

/** What the head of an agreement's page is made of. */
export interface HeadSource {
  readonly title: string
  readonly locale: string
  readonly edition: EditionView
  readonly address?: PageAddress | undefined
  readonly consent?: ConsentMetadata | undefined
}

/**
 * What the page of an agreement tells programs: Dublin Core and our own `meta`, canonical address, languages with the authoritative one
 * as `x-default`, other forms, versions by RFC 5829, schema.org as JSON-LD, and the metadata that a consent record needs.
 */
export function agreementHead({title, locale, edition, address, consent}: HeadSource): HeadView {
  const absolute = (href: string) => (address ? absoluteAddress(address, href) : href)
  return {
    isListed: edition.version !== undefined,
    metas: metas({title, locale, edition, consent}),
    links: [...canonical(address), ...languages(locale, edition, absolute), ...relations(edition, absolute)],
    data: [
      {type: 'application/ld+json', value: digitalDocument({title, locale, edition, address, consent}, absolute)},
      ...(consent ? [{type: 'application/json' as const, id: 'consent-metadata', value: consent}] : []),
    ],
  }
}

/** The canonical address of a page, where its site is known. */
export function canonical(address: PageAddress | undefined): HeadLink[] {
  return address?.site === undefined ? [] : [{rel: 'canonical', href: absoluteAddress(address, '')}]
}

/** A relative address as seen from outside the page; unchanged where the site is not known. */
export function absoluteAddress({site, path}: PageAddress, href: string): string {
  if (site === undefined || /^[a-z][a-z\d+.-]*:/i.test(href)) return href
  const names = href === '' ? path.split('/') : path.split('/').slice(0, -1)
  for (const name of href.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.' && name !== '') names.push(name)
  }
  const target = names.join('/').replace(/(^|\/)index\.html$/, '$1')
  const folder = href.endsWith('/') && !target.endsWith('/') && target !== '' ? '/' : ''
  return `${site.replace(/\/+$/, '')}/${target}${folder}`
}

function metas({title, locale, edition, consent}: HeadSource): HeadView['metas'] {
  const rows: [string, string | undefined][] = [
    ['dcterms.identifier', edition.id],
    ['dcterms.title', title],
    ['dcterms.language', locale],
    ['dcterms.publisher', edition.provider],
    ['dcterms.issued', edition.announcedAt],
    ['dcterms.valid', edition.effectiveAt === undefined ? undefined : `start=${edition.effectiveAt}`],
    ['agreement:id', edition.id],
    ['agreement:version', edition.version],
    ['agreement:published', edition.announcedAt],
    ['agreement:effective-from', edition.effectiveAt],
    ['agreement:effective-until', edition.next?.effectiveAt],
    ['agreement:source-sha256', consent?.sourceSha256],
    ['agreement:content-sha256', consent?.treeSha256],
    ['agreement:parameters-sha256', consent?.parametersSha256],
  ]
  return rows.flatMap(([name, content]) => (content === undefined ? [] : [{name, content}]))
}

function languages(locale: string, {translations, authoritative}: EditionView, absolute: (href: string) => string): HeadLink[] {
  if (translations.length === 0) return []
  const alternate = (hreflang: string, href: string): HeadLink => ({rel: 'alternate', hreflang, href: absolute(href)})
  return [
    alternate(locale, ''),
    ...translations.map((text) => alternate(text.locale, text.href)),
    alternate('x-default', authoritative?.href ?? ''),
  ].filter(({href}) => href !== '')
}

/** Media types of other forms, and relation types of pages about the text. */
const FORMS: Partial<Record<EditionLink, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  markdown: 'text/markdown',
  json: 'application/json',
}
const RELATIONS: Partial<Record<EditionLink, string>> = {
  latest: 'latest-version',
  'previous-version': 'predecessor-version',
  history: 'version-history',
}

function relations({links, next}: EditionView, absolute: (href: string) => string): HeadLink[] {
  const rows = links.flatMap(({rel, href}): HeadLink[] => {
    const type = FORMS[rel]
    const relation = RELATIONS[rel]
    if (type !== undefined) return [{rel: 'alternate', type, href: absolute(href)}]
    return relation === undefined ? [] : [{rel: relation, href: absolute(href)}]
  })
  return next ? [...rows, {rel: 'successor-version', href: absolute(next.href)}] : rows
}

function digitalDocument({title, locale, edition, address, consent}: HeadSource, absolute: (href: string) => string): object {
  const encoding = edition.links.flatMap(({rel, href}) => {
    const encodingFormat = FORMS[rel]
    return encodingFormat === undefined ? [] : [{'@type': 'MediaObject', encodingFormat, contentUrl: absolute(href)}]
  })
  const previous = edition.links.find(({rel}) => rel === 'previous-version')
  return {
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    ...(address?.site === undefined ? {} : {'@id': absolute('')}),
    name: title,
    ...identifier(edition.id, consent),
    ...(edition.version === undefined ? {creativeWorkStatus: 'Draft'} : {version: edition.version, creativeWorkStatus: 'Published'}),
    inLanguage: locale,
    ...(edition.announcedAt === undefined ? {} : {datePublished: edition.announcedAt}),
    ...(edition.effectiveAt === undefined ? {} : {temporalCoverage: `${edition.effectiveAt}/${edition.next?.effectiveAt ?? '..'}`}),
    ...(edition.provider === undefined ? {} : {publisher: {'@type': 'Organization', name: edition.provider}}),
    ...(previous ? {isBasedOn: absolute(previous.href)} : {}),
    ...(edition.authoritative ? {translationOfWork: {'@type': 'DigitalDocument', url: absolute(edition.authoritative.href)}} : {}),
    ...(encoding.length > 0 ? {encoding} : {}),
  }
}

function identifier(id: string | undefined, consent: ConsentMetadata | undefined): object {
  if (id === undefined) return {}
  return {identifier: consent ? [id, {'@type': 'PropertyValue', propertyID: 'content-sha256', value: consent.treeSha256}] : id}
}
