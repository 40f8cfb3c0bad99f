import type {Diagnostic} from '../index.ts'
import {type FontFolder, missingGlyphs} from '../io/index.ts'

/** Characters of a source that no font of the documents can show; in a PDF they would be empty boxes. */
export function glyphFaults(source: string, fonts: FontFolder): Diagnostic[] {
  return missingGlyphs(source, fonts).map((glyph) => glyphFault(glyph, source))
}

function glyphFault(glyph: string, source: string): Diagnostic {
  const offset = source.indexOf(glyph)
  const before = source.slice(0, offset)
  const point = {line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset}
  const code = `U+${(glyph.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    ruleId: 'glyph-missing',
    severity: 'error',
    message: `Unexpected character \`${glyph}\` (${code}) that no font of the documents can show, expected another sign`,
    position: {start: point, end: {...point, column: point.column + 1, offset: offset + glyph.length}},
  }
}
