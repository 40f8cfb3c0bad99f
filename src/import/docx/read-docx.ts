import {strToU8, zipSync} from 'fflate'
import mammoth from 'mammoth'
import {htmlToMarkdown} from '../html/html-to-markdown.ts'
import type {ImportRefusal} from '../import-refusal.ts'
import type {DroppedText, ImportedText, Repair} from '../import-report.ts'
import {plainStructures} from './plain-structures.ts'
import {HEADING_STYLE, prepareParagraphs} from './prepare-paragraphs.ts'
import {settleTrackedChanges, type TrackedChanges} from './settle-tracked-changes.ts'
import {type UnzippedParts, unzipParts} from './unzip-parts.ts'
import {readWordNumbering} from './word-numbering.ts'
import {readWordStyles} from './word-styles.ts'
import {elementsNamed, parseWordXml, shownWordText, wordXmlText} from './word-xml.ts'

/** How to read a Word file. */
export interface DocxOptions {
  readonly tracked?: TrackedChanges | undefined
}

/** A Word file → Markdown, as Word shows it: with its automatic numbers, bold and underline of styles, and no tracked change left open. */
export async function readDocx(name: string, bytes: Uint8Array, {tracked}: DocxOptions): Promise<ImportedText | ImportRefusal> {
  const unzipped = unzipParts(bytes, {wants: isWanted, maxBytes: MAX_UNPACKED})
  if ('fault' in unzipped) return faultOf(name, unzipped.fault)
  const {parts, names} = unzipped
  if (names.some((part) => /vbaProject\.bin$|\/activeX\//i.test(part)))
    return {refused: 'docx-macros', message: `${name} holds macros`, remedy: 'Save it in Word as a document without macros (.docx).'}
  const documents = new Map<string, Document>()
  for (const [part, content] of parts) {
    const document = parseWordXml(content)
    if (!document)
      return {
        refused: 'docx-broken',
        message: `${name} is no Word file: its part ${part} is no plain XML`,
        remedy: 'Save it again in Word as .docx.',
      }
    documents.set(part, document)
  }
  const main = documents.get('word/document.xml')
  if (!main)
    return {refused: 'docx-broken', message: `${name} is no Word file: it has no word/document.xml`, remedy: 'Save it in Word as .docx.'}
  removeChoices(documents.values())
  for (const document of documents.values()) plainStructures(document)
  const dropped: DroppedText[] = []
  const repairs: Repair[] = []
  const texts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) => documents.get(part) ?? [])
  const sourceText = [...documents]
    .filter(([part]) => SHOWN_PARTS.test(part))
    .map(([, document]) => shownWordText(document.documentElement))
    .join('\n')
  for (const document of texts) {
    const settled = settleTrackedChanges(document, tracked)
    if (settled.count > 0 && tracked === undefined)
      return {
        refused: 'docx-tracked-changes',
        message: `${name} holds ${settled.count} tracked changes`,
        remedy: 'Say which text is meant: `--tracked accept` or `--tracked reject`.',
      }
    dropped.push(...settled.dropped)
    repairs.push(...settled.repairs)
  }
  const look = {styles: readWordStyles(documents.get('word/styles.xml')), numbering: readWordNumbering(documents.get('word/numbering.xml'))}
  for (const document of texts) for (const text of prepareParagraphs(document, look)) dropped.push({reason: 'hidden', text})
  for (const [part, document] of documents) {
    const reason = /header\d*\.xml$/.test(part)
      ? 'page-header'
      : /footer\d*\.xml$/.test(part)
        ? 'page-footer'
        : /comments\.xml$/.test(part)
          ? 'comment'
          : undefined
    if (reason === undefined) continue
    const text = shownWordText(document.documentElement).trim()
    if (text !== '') dropped.push({reason, text})
    if (reason === 'comment') for (const comment of elementsNamed(document, 'w:comment')) repairs.push(commentNote(comment))
  }
  const html = await toHtml(parts, documents).catch(() => undefined)
  if (html === undefined)
    return {refused: 'docx-broken', message: `${name} is damaged: its text cannot be read`, remedy: 'Save it again in Word as .docx.'}
  return {markdown: htmlToMarkdown(html).markdown, sourceText, repairs, dropped, substitutions: []}
}

async function toHtml(parts: ReadonlyMap<string, Uint8Array>, documents: ReadonlyMap<string, Document>): Promise<string> {
  const files: Record<string, Uint8Array> = {}
  for (const [name, content] of parts) {
    const document = documents.get(name)
    files[name] = document && /^word\/(?:document|footnotes|endnotes)\.xml$/.test(name) ? strToU8(wordXmlText(document)) : content
  }
  const {value} = await mammoth.convertToHtml(
    {buffer: Buffer.from(zipSync(files, {level: 0, mtime: '1980-01-01T00:00:00'}))},
    {
      styleMap: [
        'u => u',
        'strike => s',
        ...[0, 1, 2, 3, 4, 5].map((depth) => `p.${HEADING_STYLE}${depth} => h${depth + 1}:fresh`),
        ...[6, 7, 8, 9].map((depth) => `p.${HEADING_STYLE}${depth} => h6:fresh`),
      ],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({src: ''})),
    },
  )
  return value
}

/** Word writes a drawing twice, for new and for old programs; the old form is what is read. */
function removeChoices(documents: Iterable<Document>): void {
  for (const document of documents)
    for (const choice of elementsNamed(document, 'mc:Choice')) {
      const hasFallback = choice.parentNode !== null && elementsNamed(choice.parentNode as Element, 'mc:Fallback').length > 0
      if (hasFallback) choice.parentNode?.removeChild(choice)
    }
}

function commentNote(comment: Element): Repair {
  const author = comment.getAttribute('w:author')
  const text = shownWordText(comment).trim().replace(/\s+/g, ' ')
  return {rule: 'word-comment', confidence: 'certain', message: `Left out a comment${author ? ` of ${author}` : ''}: ${text}`}
}

function faultOf(name: string, fault: Extract<UnzippedParts, {readonly fault: unknown}>['fault']): ImportRefusal {
  switch (fault) {
    case 'too-large':
      return {
        refused: 'docx-too-large',
        message: `${name} unpacks to more than ${MAX_UNPACKED / 1024 / 1024} MB of text`,
        remedy: 'This is no ordinary agreement; if it is yours, split it.',
      }
    case 'too-many':
      return {
        refused: 'docx-too-large',
        message: `${name} holds thousands of files`,
        remedy: 'This is no ordinary agreement; if it is yours, save it again in Word as .docx.',
      }
    case 'encrypted':
      return {refused: 'docx-encrypted', message: `${name} is protected by a password`, remedy: 'Save it without the password.'}
    default:
      return {refused: 'docx-broken', message: `${name} is damaged or no Word file`, remedy: 'Save it again in Word as .docx.'}
  }
}

function isWanted(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/[\w.]+\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml)$/.test(
    name,
  )
}

const SHOWN_PARTS = /^word\/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/

/** Bytes of XML that are unpacked at most. */
const MAX_UNPACKED = 48 * 1024 * 1024
