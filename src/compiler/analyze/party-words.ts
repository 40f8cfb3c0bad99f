/** How agreements of all kinds speak of one of their parties, in small letters where the language allows. */
export interface PartyWords {
  /** Stand for the party wherever they stand. */
  readonly names: readonly string[]
  /** Say what the party is to the other one: who acts in a sentence can be told by them, but elsewhere they may speak of anybody. */
  readonly roles: readonly string[]
}

/** Words for who offers an agreement and for its reader, whatever their own names are. */
export const PARTY_WORDS: Readonly<Record<'provider' | 'user', PartyWords>> = {
  provider: {
    names: ['我们', '我方', '本公司', '本平台', '平台方', 'we', 'us', 'our', 'the Company', 'wir', 'uns', 'unsere', 'nous', 'notre'],
    roles: ['company', 'provider', 'service provider', 'licensor', 'supplier', 'vendor', 'anbieter', 'betreiber'],
  },
  user: {
    names: ['您', '用户', '客户', '你', 'you', 'your', 'Customer', 'Sie', 'Ihnen', 'Kunde', 'Nutzer', 'vous', "l'Utilisateur", 'Client'],
    roles: [
      '会员',
      '承租人',
      '租车人',
      '租客',
      '学员',
      '乘客',
      '旅客',
      '买家',
      '消费者',
      '使用者',
      '投资者',
      '投资人',
      '借款人',
      '持卡人',
      '寄件人',
      '玩家',
      '顾客',
      '商户',
      '开发者',
      'customers',
      'user',
      'users',
      'member',
      'members',
      'student',
      'students',
      'tenant',
      'renter',
      'guests',
      'participants',
      'subscriber',
      'buyer',
      'borrower',
      'licensee',
      'kunden',
      'besteller',
      'utilisateur',
      'membre',
    ],
  },
}

/** All words for a party: its names, then its roles. */
export function wordsFor(party: keyof typeof PARTY_WORDS): readonly string[] {
  return [...PARTY_WORDS[party].names, ...PARTY_WORDS[party].roles]
}

/** Source of a pattern that finds any of these words, of two that begin alike the longer one, and no `客户端`, a program. Latin words stand between other signs than letters. */
export function patternOfWords(words: readonly string[]): string {
  const byLength = words.toSorted((one, other) => other.length - one.length)
  const latin = byLength.filter(isLatinWord)
  return [
    ...byLength.filter((word) => !isLatinWord(word)).map((word) => (word === '客户' ? '客户(?!端)' : word)),
    ...(latin.length > 0 ? [`(?<![\\p{Script=Latin}\\d])(?:${latin.join('|')})(?![\\p{Script=Latin}])`] : []),
  ].join('|')
}

function isLatinWord(word: string): boolean {
  return /^\p{Script=Latin}/u.test(word)
}

/** A word as it opens a sentence: `You`. */
export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
