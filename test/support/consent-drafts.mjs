import {randomBytes} from 'node:crypto'
import {v7} from 'uuid'

const digits = (character) => character.repeat(64)

/** A consent to a text of the fictional provider, new each time, that can be appended as it is. */
export function draftOf(subject = 'account-1') {
  return {
    evidence: {
      schemaVersion: 1,
      recordId: v7(),
      recordType: 'acceptance',
      event: {type: 'accept', at: '2026-06-10T02:15:30.512Z'},
      agreement: 'sms-service',
      version: '2',
      locale: 'zh-CN',
      title: '短信服务协议',
      effectiveAt: '2026-03-01T00:00:00+08:00',
      sourceSha256: digits('1'),
      treeSha256: digits('2'),
      pageSha256: digits('3'),
      provider: '云笺科技有限公司',
      conspicuousClauses: [{path: '6.2', kinds: ['liability-cap'], marks: ['bold'], textSha256: digits('6')}],
      expression: {
        method: 'checkbox',
        controlLabel: '我已阅读并同意《短信服务协议》',
        controlDefaultState: 'unchecked',
        textDisplayed: 'full',
      },
      channel: {name: 'web', surface: 'signup-v5'},
      weaknesses: [],
    },
    personal: {subject},
    salt: randomBytes(32).toString('hex'),
  }
}
