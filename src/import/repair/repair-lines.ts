import type {ImportedText} from '../import-report.ts'
import {blocksToMarkdown} from './blocks-to-markdown.ts'
import {dropFurniture} from './drop-furniture.ts'
import {findHeadings} from './find-headings.ts'
import {findTitles} from './find-titles.ts'
import {gatheredTitles} from './gathered-titles.ts'
import {joinWrapped} from './join-wrapped.ts'
import {placeHeadings} from './place-headings.ts'
import {rejoinAcrossHeadings} from './rejoin-across-headings.ts'
import type {TextLine} from './text-line.ts'

/** Lines as they are laid out → Markdown: furniture dropped, wrapped lines joined, displaced headings put back. Lines with sizes stand where the page has them. */
export function repairLines(lines: readonly TextLine[]): Omit<ImportedText, 'sourceText' | 'substitutions'> {
  const kept = dropFurniture(lines)
  const joined = joinWrapped(kept.lines)
  const isPlaced = lines.some(({size}) => size !== undefined)
  const headed = findHeadings(joined.blocks)
  const found = isPlaced ? headed : gatheredTitles(headed)
  const rejoined = isPlaced ? {blocks: found, repairs: []} : rejoinAcrossHeadings(found)
  const placed = isPlaced ? {blocks: rejoined.blocks, repairs: []} : placeHeadings(rejoined.blocks)
  const titled = isPlaced ? {blocks: placed.blocks, repairs: []} : findTitles(placed.blocks)
  return {
    markdown: blocksToMarkdown(titled.blocks),
    repairs: [...joined.repairs, ...rejoined.repairs, ...placed.repairs, ...titled.repairs],
    dropped: [...kept.dropped, ...joined.dropped],
  }
}
