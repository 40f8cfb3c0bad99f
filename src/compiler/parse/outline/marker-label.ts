import type {LabelCandidate} from '../labels/label-grammar.ts'
import {LABEL_ROWS, type LabelRow} from '../labels/label-rows.ts'
import type {Line, ListMarker} from '../lines/line.ts'
import {bulletStyle, markerStyle} from './marker-style.ts'
import type {NodeLabel} from './outline-node.ts'

/** The label that Markdown made at a list item or a footnote. */
export function markerLabel(line: Line, marker: ListMarker): NodeLabel {
  const style = marker.type === 'bullet' ? bulletStyle(line) : markerStyle(marker)
  const values = marker.type === 'ordered' ? [marker.ordinal] : []
  const row = ROWS.get(style) ?? BULLET_ROW
  const names = marker.type === 'footnote' ? [`note-${marker.text.replace(/^\[\^|\]:?$/g, '')}`] : values.map(String)
  const candidate: LabelCandidate = {text: marker.text, style, values, names, end: 0, row}
  return {candidate, origin: 'list', marks: [], position: marker.position}
}

const ROWS: ReadonlyMap<string, LabelRow> = new Map(LABEL_ROWS.map((row) => [row.style, row]))

const BULLET_ROW: LabelRow = {
  style: 'bullet',
  examples: ['- text'],
  pattern: /(?!)/y,
  read: () => undefined,
  where: 'anywhere',
  proof: 'nothing',
  rank: 'bullet',
  numeric: false,
}
