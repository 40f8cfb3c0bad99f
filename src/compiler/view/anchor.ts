/** Fragment identifier of a clause path: `c-` and the path, safe in addresses and selectors. Different paths have different anchors. */
export function clauseAnchor(path: string): string {
  return `c-${path.replace(/[^A-Za-z0-9.-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`
}
