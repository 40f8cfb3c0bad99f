import type {ChangeEvidence} from './change-evidence.ts'

/** What a substantive change is about, as far as periods of notice and consent ask. */
export function topicsOf(evidence: ChangeEvidence): readonly ('price' | 'feature' | 'data')[] {
  return TOPICS.filter(({fits}) => fits(evidence)).map(({topic}) => topic)
}

const TOPICS: readonly {readonly topic: 'price' | 'feature' | 'data'; readonly fits: (evidence: ChangeEvidence) => boolean}[] = [
  {topic: 'price', fits: isAboutPrices},
  {topic: 'feature', fits: isAboutFeatures},
  {topic: 'data', fits: isAboutData},
]

const PRICE_HEADING = /费用|资费|价格|单价|计费|收费|价目|套餐|\bfees?\b|pric(?:e|es|ing)\b|charges|rates|tariff|Preis|Entgelt|prix|tarif/i
const NOT_A_PRICE: ReadonlySet<string> = new Set(['liability-cap', 'penalty', 'indemnity', 'claim-deadline', 'sole-remedy', 'no-refund'])
const PRICE_WORD =
  /(?:单价|价格|费率|资费|收费标准|计费标准|服务费)|元\s?[/／]|\bprices?\b|\bfees?\b|\brates?\b|\bcharges?\b|Preis|Entgelt|\bprix\b|\btarif/i

/** Numbers of a price list or of a clause on fees changed, or the provider's power over prices. */
function isAboutPrices({change, from, to, kindsBefore, kindsAfter, quantities, deleted, inserted}: ChangeEvidence): boolean {
  const kinds = [...kindsBefore, ...kindsAfter]
  if (kinds.includes('price-change')) return true
  if (kinds.some((kind) => NOT_A_PRICE.has(kind))) return false
  if (quantities.some(({kind}) => kind === 'deadline' || kind === 'notice-period')) return false
  const clauses = [...from, ...to]
  const isUnderPrices = clauses.some(({headings}) => headings.some((heading) => PRICE_HEADING.test(heading)))
  const hasAmount = quantities.some(({kind}) => kind === 'amount')
  if (hasAmount) return isUnderPrices || clauses.some(({text}) => PRICE_WORD.test(text))
  const hasNumbers = [...deleted, ...inserted].some((words) => /\d/.test(words))
  const isPriced = clauses.some(({text}) => PRICE_WORD.test(text)) || isTableOfNumbers(clauses.map(({text}) => text))
  return isUnderPrices && hasNumbers && isPriced && change.kind !== 'moved'
}

function isTableOfNumbers(texts: readonly string[]): boolean {
  return texts.some((text) => text.includes('\t') && (text.match(/\d+\.\d+/g) ?? []).length > 1)
}

const FEATURE_END =
  /下线|停止提供|不再提供|不再支持|取消[^，。]{0,10}功能|discontinu|withdraw|no longer (?:offer|provide|support)|retire|eingestellt/i
const FEATURE_HEADING =
  /功能|服务内容|服务范围|覆盖范围|产品内容|features?|functionality|scope of (?:the )?services?|coverage|Leistungsumfang/i

/** A feature ends, or a part of what the service is was taken out of the text. */
function isAboutFeatures({change, from, inserted, kindsBefore, kindsAfter}: ChangeEvidence): boolean {
  if (inserted.some((words) => FEATURE_END.test(words)) && !kindsAfter.includes('unilateral-modification')) return true
  if (kindsBefore.length > 0) return false
  return change.kind === 'removed' && from.some(({headings}) => headings.some((heading) => FEATURE_HEADING.test(heading)))
}

/** The permission to use data grew or changed. */
function isAboutData({kindsAfter, kindsBefore, change}: ChangeEvidence): boolean {
  if (!kindsAfter.includes('data-use-permission')) return false
  return !kindsBefore.includes('data-use-permission') || change.aspects.includes('wording')
}
