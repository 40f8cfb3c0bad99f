import {Document, type IPropertiesOptions, Packer} from 'docx'
import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from 'fflate'
import {DOCX_STYLES} from './docx-styles.ts'

/** What the package leaves open about a document. */
export interface DocxFinish {
  /** Instant (ISO 8601) that stands as creation and modification date. */
  readonly date: string
  readonly title: string
  /** Language as BCP 47 tag. */
  readonly language: string
  /** Who answers for the document. */
  readonly author: string
}

/** A document as bytes of a Word file: the same content gives the same bytes. */
export async function packDocx(
  content: Pick<IPropertiesOptions, 'sections' | 'numbering'>,
  {date, title, language, author}: DocxFinish,
): Promise<Uint8Array> {
  const isEastAsian = /^(?:zh|ja|ko)\b/.test(language)
  const document = new Document({
    ...content,
    title,
    creator: author,
    lastModifiedBy: author,
    styles: DOCX_STYLES(isEastAsian ? {value: 'en-US', eastAsia: language} : {value: language}),
  })
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  const ids = linkIds(files)
  const pinned: Zippable = {}
  for (const name of Object.keys(files).sort(contentTypesFirst)) {
    const content = files[name]
    if (content === undefined || name.endsWith('/')) continue
    pinned[name] = [pin(name, content, {date, ids}), {mtime: ZIP_TIME}]
  }
  return zipSync(pinned, {level: 6})
}

/** The earliest time that a ZIP entry can have, read as local time by the packer. */
const ZIP_TIME = new Date(1980, 0, 1)

function pin(
  name: string,
  content: Uint8Array,
  {date, ids}: {readonly date: string; readonly ids: ReadonlyMap<string, string>},
): Uint8Array {
  if (name === 'docProps/core.xml')
    return strToU8(strFromU8(content).replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${date.replace(/\.\d+Z$/, 'Z')}`))
  if (!/^word\/(?:_rels\/)?document\.xml/.test(name) || ids.size === 0) return content
  return strToU8(
    strFromU8(content).replace(/\b((?:r:id|Id)=")(rId[^"]+)"/g, (whole, head: string, id: string) =>
      ids.has(id) ? `${head}${ids.get(id)}"` : whole,
    ),
  )
}

/** The package names links by chance; they are numbered in the order of the text. */
function linkIds(files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const document = files['word/document.xml']
  const ids = new Map<string, string>()
  for (const [, id = ''] of document ? strFromU8(document).matchAll(/\br:id="(rId[^"]+)"/g) : [])
    if (!/^rId\d+$/.test(id) && !ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`)
  return ids
}

function contentTypesFirst(a: string, b: string): number {
  const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
