import {randomBytes} from 'node:crypto'
import {v7} from 'uuid'

const digits = (character) => character.repeat(64)

export const published = {
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

export const history = [
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

export function request(changes = {}) {
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

export function server(at = '2026-06-10T02:15:30.512Z') {
  return {recordId: v7(), at, salt: randomBytes(32).toString('hex')}
}

export function draftOf(subject = 'account-1') {
  const {renditions, conspicuousClauses, ...text} = published
  const {recordType, event, expression, channel} = request()
  const {recordId, at, salt} = server()
  return {
    evidence: {
      schemaVersion: 1,
      recordId,
      recordType,
      event: {type: event, at},
      ...text,
      pageSha256: renditions[0].sha256,
      conspicuousClauses: conspicuousClauses.slice(0, 1),
      expression,
      channel,
      weaknesses: [],
    },
    personal: {subject},
    salt,
  }
}
