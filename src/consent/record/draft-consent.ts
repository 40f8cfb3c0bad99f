import type {PublishedVersion, VersionText} from '../published-versions.ts'
import type {ConsentDraft, ConsentRecord} from './consent-record.ts'
import {type OrRefusal, refuse} from './consent-refusal.ts'
import type {ConsentRequest, WithdrawalRequest} from './consent-request.ts'
import {findWeaknesses} from './find-weaknesses.ts'

/** What the server adds to a request. */
export interface ServerFacts {
  /** UUID, version 4 or 7. */
  readonly recordId: string
  /** UTC with milliseconds, such as `2026-06-10T02:15:30.512Z`. */
  readonly at: string
  /** 32 random bytes in hexadecimal digits. */
  readonly salt: string
}

/** What was published of the agreement that a request names. */
export interface PublishedFacts {
  readonly text: VersionText | undefined
  readonly history: readonly PublishedVersion[]
}

/**
 * Makes a consent record of a request that has the right form, or refuses it.
 * Refused is a text that was never published or other than it was published, and consent to data processing that the subject did not give
 * by an act of their own: by a control that was checked before (GDPR recital 32, CJEU C-673/17) or by going on (PIPL Art. 14).
 */
export function draftConsent(request: ConsentRequest, {text, history}: PublishedFacts, server: ServerFacts): OrRefusal<ConsentDraft> {
  const {shown, expression, personal, channel, clientAt, timeZone, jurisdictions, validUntil, retentionUntil} = request
  if (!text)
    return refuse(
      'not-published',
      `Unexpected text \`${shown.agreement}\` ${shown.version} in ${shown.locale}, expected one that was published`,
      '/shown/version',
    )
  const difference = differenceOf(request, text)
  if (difference) return difference
  if (request.recordType === 'consent' && request.event !== 'reject') {
    if (expression.controlDefaultState === 'checked')
      return refuse(
        'pre-checked-consent',
        'Unexpected control that was checked before, expected an act of the subject',
        '/expression/controlDefaultState',
      )
    if (expression.method === 'continued-use')
      return refuse('implied-consent', 'Unexpected consent by continued use, expected an act of the subject', '/expression/method')
  }
  const presented = shown.conspicuousClauses ?? (expression.textDisplayed === 'full' ? text.conspicuousClauses : [])
  const isCurrent = history.at(-1)?.version === text.version || inForce(history, server.at)?.version === text.version
  return {
    draft: {
      evidence: {
        schemaVersion: 1,
        recordId: server.recordId,
        recordType: request.recordType,
        event: {type: request.event, at: server.at, ...(clientAt ? {clientAt} : {}), ...(timeZone ? {timeZone} : {})},
        agreement: text.agreement,
        version: text.version,
        locale: text.locale,
        title: text.title,
        effectiveAt: text.effectiveAt,
        sourceSha256: text.sourceSha256,
        treeSha256: text.treeSha256,
        ...(shown.pageSha256 === undefined ? {} : {pageSha256: shown.pageSha256}),
        ...(shown.parametersSha256 === undefined ? {} : {parametersSha256: shown.parametersSha256}),
        ...(text.provider === undefined ? {} : {provider: text.provider}),
        conspicuousClauses: [...presented],
        expression,
        channel,
        ...(jurisdictions ? {jurisdictions} : {}),
        ...(request.recordType === 'consent' ? {processing: request.processing} : {}),
        ...(validUntil === undefined ? {} : {validUntil}),
        ...(retentionUntil === undefined ? {} : {retentionUntil}),
        weaknesses: findWeaknesses({expression, presented, published: text, isCurrent}),
      },
      personal,
      salt: server.salt,
    },
  }
}

/** Makes the record that ends another one. Refused is what was no agreement, and a subject other than the one that agreed. */
export function draftWithdrawal(request: WithdrawalRequest, record: ConsentRecord, server: ServerFacts): OrRefusal<ConsentDraft> {
  const {evidence, personal} = record
  if (evidence.event.type !== 'accept' && evidence.event.type !== 'renew')
    return refuse('not-withdrawable', `Unexpected record of kind \`${evidence.event.type}\`, expected \`accept\` or \`renew\``)
  if (personal?.subject !== request.personal.subject)
    return refuse('other-subject', 'Unexpected subject, expected the one that agreed', '/personal/subject')
  const {clientAt, timeZone, channel, jurisdictions, reason} = request
  const {expression: _, pageSha256: __, validUntil: ___, ...agreed} = evidence
  return {
    draft: {
      evidence: {
        ...agreed,
        recordId: server.recordId,
        event: {type: 'withdraw', at: server.at, ...(clientAt ? {clientAt} : {}), ...(timeZone ? {timeZone} : {})},
        conspicuousClauses: [],
        channel,
        ...(jurisdictions ? {jurisdictions} : {}),
        withdraws: evidence.recordId,
        ...(reason === undefined ? {} : {reason}),
        weaknesses: [],
      },
      personal: request.personal,
      salt: server.salt,
    },
  }
}

/** The version that binds at an instant; undefined before the first takes effect. */
export function inForce(history: readonly PublishedVersion[], at: string): PublishedVersion | undefined {
  const instant = Date.parse(at)
  return history.findLast(({effectiveAt}) => Date.parse(effectiveAt) <= instant)
}

function differenceOf({shown}: ConsentRequest, text: VersionText): ReturnType<typeof refuse> | undefined {
  const differs = (field: string) =>
    refuse(
      'shown-differs',
      `Unexpected \`${field}\`, expected that of \`${text.agreement}\` ${text.version} in ${text.locale} as published`,
      `/shown/${field}`,
    )
  if (shown.treeSha256 !== text.treeSha256) return differs('treeSha256')
  if (shown.sourceSha256 !== undefined && shown.sourceSha256 !== text.sourceSha256) return differs('sourceSha256')
  if (shown.title !== undefined && shown.title !== text.title) return differs('title')
  if (shown.effectiveAt !== undefined && Date.parse(shown.effectiveAt) !== Date.parse(text.effectiveAt)) return differs('effectiveAt')
  const page = text.renditions.find(({sha256}) => sha256 === shown.pageSha256)
  if (shown.pageSha256 !== undefined && !page) return differs('pageSha256')
  const hasParameters = ({parametersSha256}: {readonly parametersSha256?: string}) => parametersSha256 === shown.parametersSha256
  if (shown.parametersSha256 !== undefined && !(page ? hasParameters(page) : text.renditions.some(hasParameters)))
    return differs('parametersSha256')
  const clauses = new Set(text.conspicuousClauses.map(({textSha256}) => textSha256))
  const paths = new Set(text.conspicuousClauses.map(({path}) => path))
  const isFilledIn = shown.parametersSha256 !== undefined
  const strange =
    shown.conspicuousClauses?.findIndex(({path, textSha256}) => !clauses.has(textSha256) && !(isFilledIn && paths.has(path))) ?? -1
  return strange === -1 ? undefined : differs(`conspicuousClauses/${strange}/textSha256`)
}
