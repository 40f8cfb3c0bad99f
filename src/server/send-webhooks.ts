import {Webhook as Signer} from 'standardwebhooks'
import {compareInstants, type WebhookCursor, type WebhookMessage, type WebhookOutbox, type WebhookStore} from '../index.ts'
import type {Archive} from '../io/index.ts'

/** What messages are made of and kept in. */
export interface WebhookTools {
  readonly archive: Archive
  readonly webhooks: WebhookStore
  readonly outbox: WebhookOutbox
  readonly webhookCursor: WebhookCursor
  /** RFC 3339 in UTC. */
  readonly now: () => string
}

/**
 * Puts what happened into the outbox and sends what is due, once: a consent that was recorded or withdrawn, a version that was announced
 * or took effect. Signed by Standard Webhooks; an address that does not answer with 2xx is tried again, later and later, for three days.
 * Gives the number of messages that were taken.
 */
export async function sendWebhooks({archive, webhooks, outbox, webhookCursor, now}: WebhookTools): Promise<number> {
  const known = new Map((await webhooks.list()).map((webhook) => [webhook.id, webhook]))
  if (known.size === 0) return 0
  await webhookCursor.advance(now(), BATCH)
  await putVersions(archive, outbox, now())
  const messages = await outbox.take(now(), BATCH)
  await Promise.all(
    messages.map(async (message) => {
      const webhook = known.get(message.webhook)
      if (!webhook) return
      const failure = await deliver(message, webhook, now())
      if (failure === undefined) return outbox.delivered(message.id, now())
      const delay = DELAYS[message.attempts - 1]
      return outbox.failed(message.id, failure, delay === undefined ? undefined : new Date(Date.parse(now()) + delay).toISOString())
    }),
  )
  return messages.length
}

const BATCH = 100

/** Waits before the next attempt, in milliseconds: 5 s, 1 min, 10 min, 1 h, 6 h, 24 h, 48 h. */
const DELAYS: readonly number[] = Object.freeze([5, 60, 600, 3600, 21_600, 86_400, 172_800].map((seconds) => seconds * 1000))

async function putVersions(archive: Archive, outbox: WebhookOutbox, at: string): Promise<void> {
  for (const {id, history} of await archive.agreements())
    for (const {manifest, withdrawal} of history) {
      const data = {agreement: id, version: manifest.version, announcedAt: manifest.announcedAt, effectiveAt: manifest.effectiveAt}
      const put = (type: 'version.announced' | 'version.in-force', timestamp: string) =>
        outbox.put(type, `${id}@${manifest.version}`, JSON.stringify({schemaVersion: 1, type, timestamp, data}), at)
      await put('version.announced', manifest.announcedAt)
      if (withdrawal === undefined && compareInstants(manifest.effectiveAt, at) <= 0) await put('version.in-force', manifest.effectiveAt)
    }
}

/** Sends one message; gives why it did not arrive. */
async function deliver(
  {id, payload}: WebhookMessage,
  {url, secret}: {readonly url: string; readonly secret: string},
  at: string,
): Promise<string | undefined> {
  const time = new Date(at)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
        'webhook-signature': new Signer(secret).sign(id, time, payload),
      },
      body: payload,
    })
    await answer.body?.cancel()
    return answer.ok ? undefined : `status ${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
