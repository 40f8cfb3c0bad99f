// Writes consents to a database as fast as it can, and prints the id of each that was acknowledged; tests kill it.
// node test/support/consent-writer.mjs <database> <clients> <seconds>
import {writeSync} from 'node:fs'
import {openConsentDatabase} from '../../lib/io/database/open-consent-database.js'
import {draftOf} from './consents.mjs'

const [location = '', clients = '16', seconds = '30'] = process.argv.slice(2)
const database = await openConsentDatabase(location)
const end = Date.now() + Number(seconds) * 1000

writeSync(1, 'ready\n')
await Promise.all(
  Array.from({length: Number(clients)}, async (_, client) => {
    for (let number = 0; Date.now() < end; number += 1) {
      const draft = draftOf(`${process.pid}-${client}-${number}`)
      const key = {client: `client-${client}`, key: `${process.pid}-${number}`, requestSha256: 'a'.repeat(64)}
      const result = await database.consents.append(draft, key)
      // Synchronously, so that what is printed was acknowledged and what was acknowledged is printed.
      writeSync(1, `${result.acknowledgement.index} ${draft.evidence.recordId}\n`)
    }
  }),
)
await database.close()
