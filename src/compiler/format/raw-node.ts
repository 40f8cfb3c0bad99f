import type {Html} from 'mdast'

/** A block of Markdown that is written as it stands. */
export function rawBlock(value: string): Html {
  return {type: 'html', value}
}

/** Markdown inside a line that is written as it stands. */
export function rawInline(value: string): Html {
  return {type: 'html', value}
}
