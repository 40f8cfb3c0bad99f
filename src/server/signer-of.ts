import type {NoteSigner, SigningKey} from '../index.ts'
import {noteSigner} from '../io/index.ts'
import {Problem} from './problem.ts'
import type {ServerServices} from './server-services.ts'

/** The key that signs now, and what signs notes by it in the name of the log; or 503. */
export async function signerOf({signing, now}: ServerServices): Promise<{readonly key: SigningKey; readonly notes: NoteSigner}> {
  if (!signing) throw new Problem('store-missing', 'This server was started without a database, so that it has no key to sign with')
  const key = await signing.current(now())
  return {key, notes: noteSigner(signing.origin, key)}
}
