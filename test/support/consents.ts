import {randomBytes, randomUUID} from 'node:crypto'
import type {ConsentRequest, PublishedVersion, VersionText} from '../../src/consent/index.ts'

const digits = (character: string) => character.repeat(64)

/** A text of the fictional provider as it was published. */
export const published: VersionText = {
  agreement: 'sms-service',
  version: '2',
  locale: 'zh-CN',
  title: '短信服务协议',
  effectiveAt: '2026-03-01T00:00:00+08:00',
  sourceSha256: digits('1'),
  treeSha256: digits('2'),
  provider: '云笺科技有限公司',
  renditions: [{sha256: digits('3')}, {sha256: digits('4'), parametersSha256: digits('5')}],
  conspicuousClauses: [
    {path: '6.2', id: 'liability', kinds: ['liability-cap'], marks: ['bold'], textSha256: digits('6')},
    {path: '1.1', kinds: [], marks: ['bold'], textSha256: digits('7')},
  ],
}

/** Its history. */
export const history: readonly PublishedVersion[] = [
  {
    version: '1',
    sequence: 1,
    effectiveAt: '2026-01-01T00:00:00+08:00',
    trees: {'zh-CN': digits('0')},
    requiresReconsent: {decision: false, because: []},
  },
  {
    version: '2',
    sequence: 2,
    effectiveAt: '2026-03-01T00:00:00+08:00',
    trees: {'zh-CN': digits('2')},
    requiresReconsent: {decision: true, because: ['责任上限降低']},
  },
]

/** A request that is in order, with what a test changes. */
export function request(changes: Partial<Extract<ConsentRequest, {recordType: 'acceptance'}>> = {}): ConsentRequest {
  return {
    recordType: 'acceptance',
    event: 'accept',
    shown: {agreement: 'sms-service', version: '2', locale: 'zh-CN', treeSha256: digits('2'), pageSha256: digits('3')},
    expression: {
      method: 'checkbox',
      controlLabel: '我已阅读并同意《短信服务协议》',
      controlDefaultState: 'unchecked',
      textDisplayed: 'full',
      scrolledToEnd: true,
    },
    channel: {name: 'web', surface: 'signup-v5'},
    personal: {subject: 'account-1', subjectType: 'account', authentication: 'password'},
    ...changes,
  }
}

/** Facts of the server, new for each record. */
export function server(at = '2026-06-10T02:15:30.512Z') {
  return {recordId: randomUUID(), at, salt: randomBytes(32).toString('hex')}
}
