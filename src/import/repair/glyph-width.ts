/** Estimated width of a text in em of a proportional font. Latin letters as in Helvetica, all wide characters one em. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += glyphWidth(character)
  return width
}

function glyphWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x2e80) return 1
  if (WIDE_SIGNS.has(character)) return 1
  if (NARROW.test(character)) return 0.28
  if (BROAD.test(character)) return 0.83
  if (/\p{Lu}/u.test(character)) return 0.67
  return 0.53
}

/** Signs that Chinese fonts draw as wide as a Han character. */
const WIDE_SIGNS: ReadonlySet<string> = new Set(['“', '”', '‘', '’', '—', '…', '·', '×', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'])
const NARROW = /[ iljtfrI.,:;'|!()[\]/\\-]/
const BROAD = /[mwMW@%]/
