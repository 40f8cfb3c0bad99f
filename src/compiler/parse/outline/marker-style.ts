import type {Line, ListMarker} from '../lines/line.ts'

/** Style that the typed form of a list number has, so that `2.` typed goes on after a Markdown `1.`. */
export function markerStyle(marker: ListMarker): string {
  if (marker.type === 'footnote') return 'footnote'
  return marker.text.endsWith(')') ? 'n-paren-right' : 'n-dot'
}

/** Style of a Markdown bullet: bullets of one depth belong together. */
export function bulletStyle(line: Line): string {
  return `bullet ${line.itemDepth}`
}
