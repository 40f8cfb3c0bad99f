import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader's program sees it. */
export interface ReadPdf {
  /** Text of all pages between the margins, in content order. */
  readonly text: string
  /** What stands in the margins of each page. */
  readonly margins: readonly string[]
  readonly title: string | undefined
  readonly language: string | undefined
  readonly isTagged: boolean
  readonly outline: readonly unknown[]
  readonly fonts: readonly string[]
}

/** Reads a PDF by pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0})
  const document = await task.promise
  let text = ''
  const margins: string[] = []
  const fonts = new Set<string>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const {height} = page.getViewport({scale: 1})
    const content = await page.getTextContent()
    await page.getOperatorList()
    let margin = ''
    for (const item of content.items) {
      if (!('str' in item)) continue
      const y = item.transform[5] as number
      const words = item.str + (item.hasEOL ? '\n' : '')
      if (y < MARGIN || y > height - MARGIN) {
        margin += words
        continue
      }
      text += words
      const font = page.commonObjs.has(item.fontName) ? (page.commonObjs.get(item.fontName) as {name: string}) : undefined
      if (font) fonts.add(font.name)
    }
    margins.push(margin)
  }
  const {info} = await document.getMetadata()
  const metadata = info as {Title?: string; Language?: string}
  const markInfo = await document.getMarkInfo()
  const outline = ((await document.getOutline()) ?? []) as unknown[]
  await task.destroy()
  return {
    text,
    margins,
    title: metadata.Title,
    language: metadata.Language,
    isTagged: (markInfo as {Marked?: boolean} | null)?.Marked === true,
    outline: flatten(outline),
    fonts: [...fonts],
  }
}

/** Points from the edge of the page within which only page furniture stands. */
export const MARGIN = 58

function flatten(outline: readonly unknown[]): unknown[] {
  return outline.flatMap((entry) => [entry, ...flatten((entry as {items: unknown[]}).items)])
}
