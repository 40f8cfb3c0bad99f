import type {ImportedText} from '../import-report.ts'
import {blocksToMarkdown} from './blocks-to-markdown.ts'
import {dropFurniture} from './drop-furniture.ts'
import {findHeadings} from './find-headings.ts'
import {joinWrapped} from './join-wrapped.ts'
import {placeHeadings} from './place-headings.ts'
import {readTextLines} from './read-text-lines.ts'
import {rejoinAcrossHeadings} from './rejoin-across-headings.ts'
import {restoreCharacters} from './restore-characters.ts'

/** Plain text as extractors and mail programs leave it → Markdown: wrapped lines joined, furniture dropped, displaced headings put back. */
export function repairText(source: string): ImportedText {
  const {text, substitutions} = restoreCharacters(source)
  const {lines, dropped} = dropFurniture(readTextLines(text))
  const joined = joinWrapped(lines)
  const rejoined = rejoinAcrossHeadings(findHeadings(joined.blocks))
  const placed = placeHeadings(rejoined.blocks)
  return {
    markdown: blocksToMarkdown(placed.blocks),
    sourceText: source,
    repairs: [...joined.repairs, ...rejoined.repairs, ...placed.repairs],
    dropped: [...dropped, ...joined.dropped],
    substitutions,
  }
}
