import type {ImportedText} from '../import-report.ts'
import {readTextLines} from './read-text-lines.ts'
import {repairLines} from './repair-lines.ts'
import {restoreCharacters} from './restore-characters.ts'

/** Plain text as extractors and mail programs leave it → Markdown. */
export function repairText(source: string): ImportedText {
  const {text, substitutions} = restoreCharacters(source)
  return {...repairLines(readTextLines(text)), sourceText: source, substitutions}
}
