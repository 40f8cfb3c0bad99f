import {type Agreement, agreementTitle, analyze, flattenClauses, ownText} from '../compiler/index.ts'
import type {AgreementSettings} from '../config/index.ts'

/** Settings of an agreement as far as its text tells them; `guessed` names those that somebody must look at. */
export interface ProposedSettings {
  readonly settings: AgreementSettings
  /** Dates that the text gives for itself, ISO 8601. */
  readonly dates: readonly {readonly kind: 'version' | 'updated' | 'effective'; readonly date: string}[]
  readonly guessed: readonly string[]
}

/**
 * Reads title, provider, contact and dates from an agreement and its front matter.
 *
 * @param fileText text of the whole file, which names the provider where the agreement does not
 */
export function proposeSettings(agreement: Agreement, id: string, fileText: string): ProposedSettings {
  const facts = analyze(agreement)
  const guessed: string[] = []
  const isChinese = agreement.locale.startsWith('zh')
  const texts = [...(agreement.clauses.length > 0 ? flattenClauses(agreement).map(ownText) : []), ...agreement.frontMatter.map(ownText)]
  const whole = texts.join('\n')
  const company =
    companyName(whole) ??
    companyName(fileText) ??
    facts.parties.find(({role}) => role === 'provider')?.names.find((name) => !/^(?:we|us|our|我们|本公司|甲方|乙方)$/i.test(name))
  if (company === undefined) guessed.push('provider.name')
  const contact = {
    ...found('email', EMAIL.exec(whole)?.[0] ?? EMAIL.exec(fileText)?.[0]),
    ...found('phone', PHONE.exec(whole)?.[1] ?? PHONE.exec(fileText)?.[1]),
  }
  guessed.push('counterparty.kind', 'profile')
  return {
    settings: {
      id,
      titles: {[agreement.locale]: agreementTitle(agreement) ?? id},
      provider: {
        name: company ?? (isChinese ? '（请填写提供者的法定名称）' : '(fill in the registered name of the provider)'),
        ...(Object.keys(contact).length > 0 ? {contact} : {}),
      },
      counterparty: {kind: 'both'},
      authoritativeLocale: agreement.locale,
      timeZone: isChinese ? 'Asia/Shanghai' : 'Etc/UTC',
      profile: {role: 'direct', counterparty: 'both', markets: [isChinese ? 'CN' : agreement.locale.startsWith('de') ? 'DE' : 'US']},
    },
    dates: facts.dates.map(({kind, date}) => ({kind, date})),
    guessed,
  }
}

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/
const PHONE = /(?:电话|热线|致电|联系|phone|tel|call)[^\d+\n]{0,12}(\+?\d[\d\s-]{5,18}\d)/i

function found(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : {[name]: value.trim()}
}

/** The first registered name of a company. */
function companyName(text: string): string | undefined {
  const chinese =
    /(?:^|[^\p{Script=Han}（）()]|归|由|为|与|和|是|指|系|及|即)([\p{Script=Han}]{2,20}(?:[（(][\p{Script=Han}]{2,6}[）)])?[\p{Script=Han}]{0,12}(?:有限责任公司|股份有限公司|有限公司))/u.exec(
      text,
    )?.[1]
  if (chinese !== undefined) return chinese.replace(/^.*(?:归|由|是指|是|为|与)/u, '')
  return /\b((?:[\p{Lu}][\p{L}\d&'-]*,?\s){1,5}(?:\([^()]{2,20}\)\s)?(?:Inc\.|LLC|Ltd\.?|Limited|GmbH|AG|SE|Corp\.|Corporation|S\.A\.|Co\., Ltd\.?))/u.exec(
    text,
  )?.[1]
}
