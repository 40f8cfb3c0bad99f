/** What callers can be told of by a webhook. */
export const WEBHOOK_EVENTS = Object.freeze(['version.announced', 'version.in-force', 'consent.recorded', 'consent.withdrawn'] as const)

/** One of {@link WEBHOOK_EVENTS}. */
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** An address that is told of events. */
export interface Webhook {
  readonly id: string
  readonly url: string
  /** Key of the signatures, as Standard Webhooks writes it: `whsec_` and base64. */
  readonly secret: string
  readonly events: readonly WebhookEvent[]
  /** RFC 3339, in UTC. */
  readonly createdAt: string
}

/** A message that waits to be sent, or was. It names records and versions, never subjects. */
export interface WebhookMessage {
  /** The same for every attempt, so that the receiver can tell repetitions. */
  readonly id: string
  readonly webhook: string
  readonly event: WebhookEvent
  /** JSON. */
  readonly payload: string
  readonly attempts: number
  /** When it is to be sent next (RFC 3339, in UTC). */
  readonly dueAt: string
}

/** Keeps webhooks. */
export interface WebhookStore {
  readonly add: (webhook: Webhook) => Promise<void>
  readonly list: () => Promise<readonly Webhook[]>
  /** Removes it with its messages; false where there is none. */
  readonly remove: (id: string) => Promise<boolean>
}

/** Messages to be sent. What is put in survives the process; what was delivered is put in once only. */
export interface WebhookOutbox {
  /** Puts in a message for each webhook that wants the event; a second one with the same `key` is passed over. */
  readonly put: (event: WebhookEvent, key: string, payload: string, at: string) => Promise<void>
  /** Takes messages that are due and leases them for a minute: nobody else is given them meanwhile. */
  readonly take: (at: string, limit: number) => Promise<readonly WebhookMessage[]>
  readonly delivered: (id: string, at: string) => Promise<void>
  /** Tries again at `dueAt`; without it never. */
  readonly failed: (id: string, reason: string, dueAt?: string) => Promise<void>
}

/** Where the sending of consent events stands in the log; the log itself is the queue, so that recording a consent costs nothing more. */
export interface WebhookCursor {
  /** Puts in messages for the next records of the log, at most `limit`, and moves on; gives their number. */
  readonly advance: (at: string, limit: number) => Promise<number>
}
