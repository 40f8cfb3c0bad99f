// Writes consents to a database as fast as it can, and prints the id of each that was acknowledged; tests kill it.
// node test/support/consent-writer.mjs <database> <clients> <seconds>
import {randomBytes, randomUUID} from 'node:crypto'
import {writeSync} from 'node:fs'
import {openConsentDatabase} from '../../lib/io/index.js'

const [location = '', clients = '16', seconds = '30'] = process.argv.slice(2)
const digits = (character) => character.repeat(64)
const database = await openConsentDatabase(location)
const end = Date.now() + Number(seconds) * 1000

writeSync(1, 'ready\n')
await Promise.all(
  Array.from({length: Number(clients)}, async (_, client) => {
    for (let number = 0; Date.now() < end; number += 1) {
      const draft = draftOf(`${process.pid}-${client}-${number}`)
      const key = {client: `client-${client}`, key: `${process.pid}-${number}`, requestSha256: digits('a')}
      const result = await database.consents.append(draft, key)
      // Synchronously, so that what is printed was acknowledged and what was acknowledged is printed.
      writeSync(1, `${result.acknowledgement.index} ${draft.evidence.recordId}\n`)
    }
  }),
)
await database.close()

function draftOf(subject) {
  const evidence = {
    schemaVersion: 1,
    recordId: randomUUID(),
    recordType: 'acceptance',
    event: {type: 'accept', at: new Date().toISOString()},
    agreement: 'sms-service',
    version: '2',
    locale: 'zh-CN',
    title: '短信服务协议',
    effectiveAt: '2026-03-01T00:00:00+08:00',
    sourceSha256: digits('1'),
    treeSha256: digits('2'),
    conspicuousClauses: [],
    expression: {method: 'click', textDisplayed: 'full'},
    channel: {name: 'web'},
    weaknesses: [],
  }
  return {evidence, personal: {subject}, salt: randomBytes(32).toString('hex')}
}
