import {getDocument, type PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {parse} from '../../compiler/index.ts'
import type {ImportRefusal} from '../import-refusal.ts'
import type {ImportedText} from '../import-report.ts'
import {repairLines} from '../repair/repair-lines.ts'
import {restoreCharacters} from '../repair/restore-characters.ts'
import type {TextLine} from '../repair/text-line.ts'
import {shownText} from '../shown-text.ts'
import {layOutPages} from './lay-out-pages.ts'
import {type PageText, readPageText} from './read-page-text.ts'

/** How to read a PDF. */
export interface PdfOptions {
  /** Reads the pages even where the source is attached. */
  readonly ignoresAttachments?: boolean | undefined
}

/** A PDF → Markdown: the attached source of one that Proviso made, else the text of its pages with what is bold and underlined. */
export async function readPdf(name: string, bytes: Uint8Array, options: PdfOptions): Promise<ImportedText | ImportRefusal> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    stopAtErrors: false,
    verbosity: 0,
  })
  let content: PdfContent | ImportRefusal
  try {
    content = await readContent(name, await task.promise, options)
  } catch (error) {
    content = refusalFor(name, error)
  } finally {
    await task.destroy()
  }
  if ('refused' in content) return content
  return content.source === undefined ? layOut(content) : exactly(content.source)
}

/** What is read of a PDF before any of it is judged. */
interface PdfContent {
  /** The source that Proviso attached. */
  readonly source?: string
  readonly pages: readonly PageText[]
  readonly isOurs: boolean
}

async function readContent(
  name: string,
  document: PDFDocumentProxy,
  {ignoresAttachments}: PdfOptions,
): Promise<PdfContent | ImportRefusal> {
  const isOurs = await isFromProviso(document)
  const source = isOurs && !ignoresAttachments ? await attachedSource(document) : undefined
  if (source !== undefined) return {source, pages: [], isOurs}
  const pages = await readPages(name, document)
  return 'refused' in pages ? pages : {pages, isOurs}
}

/** The source that Proviso attaches to its PDFs, exactly as it was. */
async function attachedSource(document: PDFDocumentProxy): Promise<string | undefined> {
  const attachments: unknown = await document.getAttachments()
  const files = Object.values((attachments ?? {}) as Record<string, {readonly filename: string; readonly content: Uint8Array}>)
  const source = files.find(({filename}) => filename === SOURCE_NAME)
  return source && new TextDecoder().decode(source.content)
}

function exactly(markdown: string): ImportedText {
  return {
    markdown,
    isExact: true,
    sourceText: parse(markdown)
      .agreements.map(({agreement}) => shownText(agreement))
      .join('\n'),
    repairs: [
      {rule: 'attached-source', confidence: 'certain', message: `Took \`${SOURCE_NAME}\`, which Proviso attached to the PDF, unchanged`},
    ],
    dropped: [],
    substitutions: [],
  }
}

async function readPages(name: string, document: PDFDocumentProxy): Promise<readonly PageText[] | ImportRefusal> {
  if (document.numPages > MAX_PAGES)
    return {
      refused: 'pdf-too-large',
      message: `${name} has ${document.numPages} pages, expected at most ${MAX_PAGES}`,
      remedy: 'Split the file.',
    }
  const pages: PageText[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const text = await readPageText(page)
    page.cleanup()
    pages.push(text)
    for (const piece of text.pieces) length += piece.text.length
    if (length > MAX_TEXT || text.pieces.length > MAX_PIECES)
      return {
        refused: 'pdf-too-large',
        message: `${name} has more text than an agreement: page ${number} is the first that is too much`,
        remedy: 'Split the file.',
      }
  }
  if (length < pages.length)
    return {
      refused: 'pdf-scan',
      message: `${name} holds pictures of pages and no text`,
      remedy: 'Run it through text recognition (OCR) first, and compare the result with the pages.',
    }
  return pages
}

function layOut({pages, isOurs}: PdfContent): ImportedText {
  const sourceText = pages.map(({pieces}) => pieces.map(({text}) => text).join('')).join('\n')
  const {substitutions} = restoreCharacters(sourceText)
  const lines = layOutPages(pages, (text) => restoreCharacters(text).text)
  const edition = isOurs ? editionLines(lines) : new Set<TextLine>()
  const repaired = repairLines(lines.filter((line) => !edition.has(line)))
  const dropped = [...edition].map(({text, line}) => ({reason: 'edition' as const, text, line}))
  return {...repaired, dropped: [...dropped, ...repaired.dropped], sourceText, substitutions}
}

async function isFromProviso(document: PDFDocumentProxy): Promise<boolean> {
  const {info} = await document.getMetadata()
  return (info as {Producer?: string}).Producer === 'Proviso'
}

/** The small print that Proviso sets between the title and the text: provider, version, fingerprint. */
function editionLines(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const title = lines.findIndex(({size}) => (size ?? 1) > 1.3)
  const body = lines.findIndex(({size}, index) => index > title && Math.abs((size ?? 1) - 1) < 0.03)
  return new Set(title < 0 ? [] : lines.slice(title + 1, Math.max(body, title + 1)).filter(({size}) => (size ?? 1) < 0.97))
}

function refusalFor(name: string, error: unknown): ImportRefusal {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException')
    return {refused: 'pdf-encrypted', message: `${name} is protected by a password`, remedy: 'Save it without the password.'}
  return {
    refused: 'pdf-broken',
    message: `${name} is damaged or no PDF (${error instanceof Error ? error.message : kind})`,
    remedy: 'Make it anew from the program that wrote it.',
  }
}

/** Name under which Proviso attaches the source of an agreement. */
const SOURCE_NAME = 'source.md'

const MAX_PAGES = 1500
const MAX_TEXT = 3_000_000

/** Pieces of text on one page; each letter can be one. */
const MAX_PIECES = 30_000
