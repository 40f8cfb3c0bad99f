/** All matches of a global pattern. Asks first whether there is one: `matchAll` copies the pattern, which costs more than most searches. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? NONE : [...text.matchAll(pattern)]
}

const NONE: readonly RegExpExecArray[] = Object.freeze([])
