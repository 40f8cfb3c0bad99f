import {HeadingLevel} from 'docx'

/** Width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 9306

/** Style of a title by its level: 1 is the agreement's own. */
export function headingStyle(level: number): (typeof HeadingLevel)[keyof typeof HeadingLevel] {
  return LEVELS[level - 1] ?? HeadingLevel.HEADING_6
}

const LEVELS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

/** Indent of a clause by its depth: members of lists stand further in. */
export function indentOf(depth: number): {readonly indent?: {readonly left: number}} {
  return depth < 2 ? {} : {indent: {left: 420 * (depth - 1)}}
}
