import {EU_MEMBERS, type NoticeProfile} from './notice-profile.ts'
import type {NoticeRule} from './rules/notice-rule.ts'

/** The rules that bind under a profile on the day of announcement (ISO 8601). */
export function selectRules(rules: readonly NoticeRule[], profile: NoticeProfile, announced: string): readonly NoticeRule[] {
  const inForce = rules.filter(
    (rule) => rule.validFrom <= announced && (rule.validUntil === undefined || announced <= rule.validUntil) && fitsParties(rule, profile),
  )
  return inForce.filter((rule) => profile.markets.some((market) => bindsIn(market, rule, inForce)))
}

function fitsParties({scope: {roles, counterparties}}: NoticeRule, profile: NoticeProfile): boolean {
  if (roles && !roles.includes(profile.role)) return false
  return counterparties === undefined || profile.counterparty === 'both' || counterparties.includes(profile.counterparty)
}

/** A directive binds in a member state only where no law of that state is known that transposes it. */
function bindsIn(market: string, {id, scope, directive}: NoticeRule, inForce: readonly NoticeRule[]): boolean {
  if (scope.markets.includes('*') || scope.markets.includes(market)) return true
  if (!scope.markets.includes('EU') || !EU_MEMBERS.has(market)) return false
  return !directive || !inForce.some((rule) => rule.transposes === id && rule.scope.markets.includes(market))
}
