/** The present as RFC 3339 in UTC. */
export function currentInstant(): string {
  return new Date().toISOString()
}
