/** All matches of a global pattern. Searched in place, since `matchAll` copies the pattern, which costs more than most searches. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return NONE
  const found: RegExpExecArray[] = []
  while (match) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
    match = pattern.exec(text)
  }
  return found
}

const NONE: readonly never[] = Object.freeze([])
