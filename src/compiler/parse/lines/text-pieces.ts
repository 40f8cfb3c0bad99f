import {decodeString} from 'micromark-util-decode-string'

/** A stretch of text and the source range that it came from; of equal length unless it is one character reference. */
export interface TextPiece {
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * Splits the value of a Markdown text node where its source differs: at escapes, character references, and line ends with their indentation.
 *
 * @param value text of the node
 * @param raw its source, with escapes and indentation
 * @param offset where `raw` starts
 */
export function textPieces(value: string, raw: string, offset: number): TextPiece[] {
  if (value === raw && !value.includes('\n')) return [{value, start: offset, end: offset + raw.length}]
  const pieces: TextPiece[] = []
  let at = 0
  let from = 0
  let index = 0
  const flush = () => {
    if (at > from) pieces.push({value: raw.slice(from, at), start: offset + from, end: offset + at})
  }
  while (index < value.length && at < raw.length) {
    const reference = raw[at] === '&' ? /^&(?:#x[\da-f]{1,6}|#\d{1,7}|[\da-z]{1,31});/i.exec(raw.slice(at, at + 34))?.[0] : undefined
    const decoded = reference === undefined ? undefined : decodeString(reference)
    if (reference !== undefined && decoded !== undefined && decoded !== reference && value.startsWith(decoded, index)) {
      flush()
      pieces.push({value: decoded, start: offset + at, end: offset + at + reference.length})
      at += reference.length
      from = at
      index += decoded.length
    } else if (value[index] === '\n' && (raw[at] === '\n' || raw[at] === '\r')) {
      flush()
      const width = raw.startsWith('\r\n', at) ? 2 : 1
      pieces.push({value: '\n', start: offset + at, end: offset + at + width})
      at += width
      from = at
      index += 1
    } else if (raw[at] === '\\' && raw[at + 1] === value[index] && ESCAPABLE.test(raw[at + 1] ?? '')) {
      flush()
      at += 1
      from = at
      at += 1
      index += 1
    } else if (raw[at] === value[index]) {
      at += 1
      index += 1
    } else {
      flush()
      at += 1
      from = at
    }
  }
  flush()
  if (index < value.length) pieces.push({value: value.slice(index), start: offset + at, end: offset + raw.length})
  return pieces
}

const ESCAPABLE = /[!-/:-@[-`{-~]/
