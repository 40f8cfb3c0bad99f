import {decodeText} from './decode-text.ts'
import type {DroppedText, ImportedText, Repair, Substitution} from './import-report.ts'
import {isLaidOutText} from './is-laid-out-text.ts'
import {repairText} from './repair/repair-text.ts'
import {repairMarkdown} from './repair-markdown.ts'
import {type SourceFormat, sourceFormat} from './source-format.ts'
import {type ImportedAgreement, type SplitText, splitAgreements} from './split-agreements.ts'

/** A file to import, read already. */
export interface ImportSource {
  /** Name without folders; agreements are named for it where their titles give no name, and its ending tells what it is. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Names that other agreements have already. */
  readonly takenIds?: ReadonlySet<string>
}

/** What became of one file. */
export interface ImportedDocument {
  readonly format: SourceFormat
  readonly agreements: readonly ImportedAgreement[]
  readonly repairs: readonly Repair[]
  readonly dropped: readonly DroppedText[]
  readonly substitutions: readonly Substitution[]
  readonly characters: SplitText['characters']
}

/** A file that cannot be imported, and how to mend it. */
export interface ImportRefusal {
  /** Stable kebab-case name. */
  readonly refused: 'format-unknown' | 'text-encoding' | 'text-too-large' | 'no-text'
  readonly message: string
  readonly remedy: string
}

/** One file → the agreements in it as canonical Markdown, with an account of every character. Bad files are refused, never thrown for. */
export function importDocument({name, bytes, takenIds}: ImportSource): ImportedDocument | ImportRefusal {
  const format = sourceFormat(name, bytes)
  if (format === undefined)
    return {
      refused: 'format-unknown',
      message: `${name} is no text, expected .docx, .pdf, .html, .txt or .md`,
      remedy: 'Save it as one of these in the program that made it.',
    }
  const imported = readSource(name, bytes)
  if ('refused' in imported) return imported
  const {agreements, characters, dropped} = splitAgreements(imported, {name, takenIds})
  return {
    format,
    agreements,
    repairs: imported.repairs,
    dropped: [...imported.dropped, ...dropped],
    substitutions: imported.substitutions,
    characters,
  }
}

function readSource(name: string, bytes: Uint8Array): ImportedText | ImportRefusal {
  const decoded = decodeText(bytes)
  if (decoded === undefined)
    return {refused: 'text-encoding', message: `${name} is no text in UTF-8, UTF-16 or GB 18030`, remedy: 'Save it as UTF-8.'}
  if (decoded.text.length > MAX_TEXT)
    return {
      refused: 'text-too-large',
      message: `${name} has ${decoded.text.length} characters, expected at most ${MAX_TEXT}`,
      remedy: 'Split the file.',
    }
  if (decoded.text.trim() === '')
    return {refused: 'no-text', message: `${name} holds no text`, remedy: 'Give a file with the text of an agreement.'}
  const imported = isLaidOutText(decoded.text) ? repairText(decoded.text) : repairMarkdown(decoded.text)
  return decoded.repair ? {...imported, repairs: [decoded.repair, ...imported.repairs]} : imported
}

/** Longest text that is read, in UTF-16 units: a hundred times the longest agreement that was seen. */
const MAX_TEXT = 8_000_000
