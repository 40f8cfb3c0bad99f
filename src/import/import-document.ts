import {decodeText} from './decode-text.ts'
import type {TrackedChanges} from './docx/settle-tracked-changes.ts'
import type {ImportRefusal} from './import-refusal.ts'
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
  /** What to do with tracked changes of Word; without it a file that has them is refused. */
  readonly tracked?: TrackedChanges | undefined
  /** CSS selector of the parts of a page that hold the agreement. */
  readonly selector?: string | undefined
  /** Reads the pages of a PDF even where its source is attached. */
  readonly ignoresAttachments?: boolean | undefined
  /** Names that other agreements have already. */
  readonly takenIds?: ReadonlySet<string> | undefined
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

/** One file → the agreements in it as canonical Markdown, with an account of every character. Bad files are refused, never thrown for. */
export async function importDocument(source: ImportSource): Promise<ImportedDocument | ImportRefusal> {
  const {name, bytes, takenIds} = source
  if (bytes.length > MAX_BYTES)
    return {
      refused: 'file-too-large',
      message: `${name} has ${bytes.length} bytes, expected at most ${MAX_BYTES}`,
      remedy: 'Split the file, or leave its pictures out.',
    }
  const format = sourceFormat(name, source.bytes)
  const imported = await readSource(source, format)
  if ('refused' in imported) return imported
  if (imported.markdown.trim() === '')
    return {refused: 'no-text', message: `${name} holds no text`, remedy: 'Give a file with the text of an agreement.'}
  const {agreements, characters, dropped} = splitAgreements(imported, {name, takenIds})
  return {
    format: format ?? 'text',
    agreements,
    repairs: imported.repairs,
    dropped: [...imported.dropped, ...dropped],
    substitutions: imported.substitutions,
    characters,
  }
}

/** Reads by the reader of the format, whose libraries are loaded with the first file of that format. */
async function readSource(source: ImportSource, format: SourceFormat | undefined): Promise<ImportedText | ImportRefusal> {
  const {name, bytes} = source
  switch (format) {
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(name, bytes, source)
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(name, bytes, source)
    case 'word-encrypted':
      return {
        refused: 'docx-encrypted',
        message: `${name} is protected by a password, or a Word file from before 2007`,
        remedy: 'Open it in Word, remove the password, and save it as .docx.',
      }
    case 'text':
    case 'html':
      return readText(source, format)
    default:
      return {
        refused: 'format-unknown',
        message: `${name} is no text, expected .docx, .pdf, .html, .txt or .md`,
        remedy: 'Save it as one of these in the program that made it.',
      }
  }
}

/** Largest size in bytes of a file that begins so: what is larger would be refused, so need not be read. */
export function maxSourceBytes(name: string, head: Uint8Array): number {
  return /^(?:text|html)$/.test(sourceFormat(name, head) ?? '') ? MAX_TEXT * 4 : MAX_BYTES
}

async function readText({name, bytes, selector}: ImportSource, format: 'text' | 'html'): Promise<ImportedText | ImportRefusal> {
  const decoded = bytes.length > MAX_TEXT * 4 ? undefined : decodeText(bytes, format)
  if (bytes.length > MAX_TEXT * 4 || (decoded && decoded.text.length > MAX_TEXT))
    return {
      refused: 'text-too-large',
      message: `${name} has ${bytes.length} bytes of text, expected at most ${MAX_TEXT} characters`,
      remedy: 'Split the file.',
    }
  if (decoded === undefined)
    return {refused: 'text-encoding', message: `${name} is no text in UTF-8, UTF-16, GB 18030 or Windows-1252`, remedy: 'Save it as UTF-8.'}
  if (decoded.text.trim() === '')
    return {refused: 'no-text', message: `${name} holds no text`, remedy: 'Give a file with the text of an agreement.'}
  const imported =
    format === 'html'
      ? (await import('./html/read-html.ts')).readHtml(name, decoded.text, {selector})
      : isLaidOutText(decoded.text)
        ? repairText(decoded.text)
        : repairMarkdown(decoded.text)
  return decoded.repair && !('refused' in imported) ? {...imported, repairs: [decoded.repair, ...imported.repairs]} : imported
}

/** Longest text that is read, in UTF-16 units: thirty times the longest agreement that was seen. */
const MAX_TEXT = 3_000_000

/** Largest file, in bytes: Word files and PDFs with their pictures. */
const MAX_BYTES = 64 * 1024 * 1024
