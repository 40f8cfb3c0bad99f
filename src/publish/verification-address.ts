import {absoluteAddress} from '../compiler/index.ts'
import {versionFolder} from './site/site-paths.ts'

/**
 * What the QR code on printed pages says of a published text: the address of the page of that very version, where the site was known when
 * it was published; else `proviso:<agreement>@<version>?locale=<language>&source=<first 12 digits of the SHA-256 of the source>`.
 */
export function verificationAddress(edition: PublishedText): string {
  const {agreement, version, locale, sourceSha256, site} = edition
  return site === undefined
    ? `proviso:${agreement}@${version}?locale=${locale}&source=${sourceSha256.slice(0, 12)}`
    : absoluteAddress({site, path: `${versionFolder(edition)}/index.html`}, '')
}

interface PublishedText {
  readonly agreement: string
  readonly version: string
  readonly locale: string
  readonly sourceSha256: string
  readonly site?: string | undefined
}
