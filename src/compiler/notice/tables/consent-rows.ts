import type {ConsentDecision, ConsentEvidence} from '../consent-evidence.ts'
import type {NoticeProfile} from '../notice-profile.ts'

/** A rule on whether users must agree again. The words for readers are the message `consent-<id>`. */
export interface ConsentRow {
  readonly id: string
  readonly scope: {
    /** `EU` stands for its member states, `US` for its states, `*` for all markets. */
    readonly markets: readonly string[]
    readonly roles?: readonly NoticeProfile['role'][]
    readonly counterparties?: readonly ('business' | 'consumer')[]
    /** First day on which the law is in force, ISO 8601. */
    readonly validFrom?: string
  }
  readonly fits: (evidence: ConsentEvidence) => boolean
  readonly decision: Exclude<ConsentDecision, 'none'>
  readonly source: string
  readonly confidence: 'P' | 'S' | 'GK'
}

/** What decides whether users must agree again or be told. */
export const CONSENT_ROWS: readonly ConsentRow[] = [
  {
    id: 'cn-pipl-14',
    scope: {markets: ['CN'], validFrom: '2021-11-01'},
    fits: ({data}) => data.length > 0,
    decision: 'reconsent',
    source: 'Personal Information Protection Law of the PRC, arts. 14, 23, 25, 29 and 39',
    confidence: 'P',
  },
  {
    id: 'gdpr-7',
    scope: {markets: ['EU', 'UK'], validFrom: '2018-05-25'},
    fits: ({data}) => data.length > 0,
    decision: 'reconsent',
    source: 'Regulation (EU) 2016/679, arts. 4(11) and 7; UK GDPR',
    confidence: 'GK',
  },
  {
    id: 'own-clause',
    scope: {markets: ['*']},
    fits: ({clauses, core}) =>
      clauses.renewedConsent !== undefined && core.some(({kindsBefore, kindsAfter}) => kindsBefore.length + kindsAfter.length > 0),
    decision: 'reconsent',
    source: 'the version in force',
    confidence: 'P',
  },
  {
    id: 'cn-116-16',
    scope: {markets: ['CN'], roles: ['platform', 'intermediation'], validFrom: '2026-02-01'},
    fits: ({adverse}) => adverse.length > 0,
    decision: 'reconsent',
    source: 'SAMR and CAC Order 116, arts. 14 and 16; Civil Code of the PRC, art. 140(2)',
    confidence: 'P',
  },
  {
    id: 'cn-cc-496',
    scope: {markets: ['CN'], validFrom: '2021-01-01'},
    fits: ({core}) => core.length > 0,
    decision: 'reconsent',
    source: 'Civil Code of the PRC, arts. 496(2) and 543; SPC Interpretation 2023 No. 13, art. 10',
    confidence: 'P',
  },
  {
    id: 'no-power-to-change',
    scope: {markets: ['*'], roles: ['direct']},
    fits: ({adverse, clauses}) => adverse.length > 0 && clauses.powerToChange === undefined,
    decision: 'reconsent',
    source: 'Civil Code of the PRC, arts. 136(2) and 543; general contract law',
    confidence: 'P',
  },
  {
    id: 'de-core-terms',
    scope: {markets: ['DE']},
    fits: ({core}) => core.length > 0,
    decision: 'reconsent',
    source: 'BGB § 308 No. 5 and § 307; BGH, 27 April 2021, XI ZR 26/20',
    confidence: 'GK',
  },
  {
    id: 'eu-unfair-terms',
    scope: {markets: ['EU', 'UK'], counterparties: ['consumer'], roles: ['direct', 'platform', 'intermediation']},
    fits: ({core}) => core.length > 0,
    decision: 'reconsent',
    source: 'Directive 93/13/EEC, art. 3 and annex, point 1(j) to (l); Consumer Rights Act 2015, sch. 2',
    confidence: 'GK',
  },
  {
    id: 'us-assent',
    scope: {markets: ['US']},
    fits: ({adverse}) => adverse.length > 0,
    decision: 'reconsent',
    source: 'Contract law of the states: assent to a change must be shown',
    confidence: 'GK',
  },
  {
    id: 'eu-p2b',
    scope: {markets: ['EU'], roles: ['platform', 'intermediation'], counterparties: ['business'], validFrom: '2020-07-12'},
    fits: ({substantive}) => substantive.length > 0,
    decision: 'notify',
    source: 'Regulation (EU) 2019/1150, art. 3(2)',
    confidence: 'P',
  },
  {
    id: 'payment-silence',
    scope: {markets: ['EU', 'UK'], roles: ['payment']},
    fits: ({substantive}) => substantive.length > 0,
    decision: 'notify',
    source: 'Directive (EU) 2015/2366, art. 54; BGB § 675g(2)',
    confidence: 'P',
  },
  {
    id: 'telecom-exit',
    scope: {markets: ['EU', 'UK'], roles: ['telecom']},
    fits: ({substantive}) => substantive.length > 0,
    decision: 'notify',
    source: 'Directive (EU) 2018/1972, art. 105(4)',
    confidence: 'S',
  },
  {
    id: 'digital-exit',
    scope: {markets: ['EU'], counterparties: ['consumer']},
    fits: ({adverse}) => adverse.length > 0,
    decision: 'notify',
    source: 'Directive (EU) 2019/770, art. 19; BGB § 327r',
    confidence: 'P',
  },
  {
    id: 'jp-548-4',
    scope: {markets: ['JP'], validFrom: '2020-04-01'},
    fits: ({substantive}) => substantive.length > 0,
    decision: 'notify',
    source: 'Civil Code of Japan, art. 548-4',
    confidence: 'P',
  },
  {
    id: 'substantive',
    scope: {markets: ['*']},
    fits: ({substantive}) => substantive.length > 0,
    decision: 'notify',
    source: 'a reader must be able to know what binds them',
    confidence: 'GK',
  },
  {
    id: 'promised-notice',
    scope: {markets: ['*']},
    fits: ({isChanged, substantive, hasNoticeRule}) => isChanged && substantive.length === 0 && hasNoticeRule,
    decision: 'notify',
    source: 'the rules on notice that apply',
    confidence: 'GK',
  },
]
