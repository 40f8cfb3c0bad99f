import type {Facts} from './analyze/index.ts'
import type {Agreement} from './clause-tree/index.ts'
import {carryClauseIds} from './diff/index.ts'
import {pairTranslation} from './lint/index.ts'
import type {Sha256} from './version/index.ts'

/** One language of a version, placeholders as they stand. */
export interface VersionText {
  readonly agreement: Agreement
  readonly facts: Facts
}

/** The version before, with the ids that its clauses have. */
export interface PreviousVersion {
  readonly texts: readonly VersionText[]
  /** By locale and path. */
  readonly clauseIds: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What ids are made for. */
export interface IdentifiedText {
  /** Id of the agreement. */
  readonly agreement: string
  /** Place of the new version in the history. */
  readonly sequence: number
  readonly previous?: PreviousVersion | undefined
  /** Every id that a version of the agreement has had: none is given twice. */
  readonly taken: ReadonlySet<string>
  readonly sha256: Sha256
}

/**
 * Permanent clause ids of a version, by locale and path. The authoritative text, which comes first, keeps the ids of the version before
 * by comparison with it; what is new gets an id made of agreement, sequence and path, so that the same history gives the same ids.
 * A clause of a translation has the id of the clause that it translates.
 */
export function assignClauseIds(
  [authoritative, ...translations]: readonly VersionText[],
  {agreement, sequence, previous, taken, sha256}: IdentifiedText,
): Record<string, Record<string, string>> {
  if (!authoritative) return {}
  const given = new Set(taken)
  const own = carry(authoritative, new Set())
  const ids: Record<string, Record<string, string>> = {[authoritative.agreement.locale]: Object.fromEntries(own)}
  for (const text of translations) {
    const paired = new Map<string, string>()
    for (const pair of pairTranslation(authoritative, text)) {
      const id = pair.authoritative && own.get(pair.authoritative.path)
      if (pair.translation && id !== undefined) paired.set(pair.translation.path, id)
    }
    const alone = carry(text, new Set(own.values()), paired)
    ids[text.agreement.locale] = Object.fromEntries([...alone].map(([path, id]) => [path, paired.get(path) ?? id]))
  }
  return ids

  /** Ids carried over from the version before; those that are `excluded`, and clauses without a past, get new ones unless `known`. */
  function carry(text: VersionText, excluded: ReadonlySet<string>, known: ReadonlyMap<string, string> = new Map()): Map<string, string> {
    const {locale} = text.agreement
    const before = previous?.texts.find((other) => other.agreement.locale === locale)
    const kept = Object.entries(previous?.clauseIds[locale] ?? {}).filter(([, id]) => !excluded.has(id))
    return carryClauseIds(before && {agreement: before.agreement, ids: new Map(kept)}, text.agreement, ({path}) =>
      known.has(path) ? '' : freshId(locale, path),
    )
  }

  function freshId(locale: string, path: string): string {
    for (let attempt = 0; ; attempt += 1) {
      const id = `c${base32(sha256([agreement, sequence, locale, path, attempt].join('\n')).slice(0, 10))}`
      if (given.has(id)) continue
      given.add(id)
      return id
    }
  }
}

/** 10 hexadecimal digits as 8 digits of base 32, without the letters that are taken for others (Crockford). */
function base32(hexadecimal: string): string {
  let rest = BigInt(`0x${hexadecimal}`)
  let digits = ''
  for (let place = 0; place < 8; place += 1) {
    digits = `${DIGITS[Number(rest % 32n)]}${digits}`
    rest /= 32n
  }
  return digits
}

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
