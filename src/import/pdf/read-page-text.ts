import type {PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {type PageRules, pageRules} from './page-rules.ts'

/** Text of one page with its places, in points from the lower left corner. */
export interface PageText extends PageRules {
  readonly pieces: readonly TextPiece[]
  readonly width: number
  readonly height: number
}

/** A stretch of text that the PDF draws in one go. */
export interface TextPiece {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  readonly size: number
  readonly isBold: boolean
  readonly isItalic: boolean
}

/** Reads the text and the lines of a page; text that is turned is left where it is read. */
export async function readPageText(page: PDFPageProxy): Promise<PageText> {
  const {width, height} = page.getViewport({scale: 1})
  const operators = await page.getOperatorList()
  const content = await page.getTextContent()
  const fonts = new Map<string, {isBold: boolean; isItalic: boolean}>()
  const pieces: TextPiece[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(a, b) || Math.abs(d)
    pieces.push({text: item.str, x, y, width: item.width, size, ...fontLook(item.fontName)})
  }
  return {pieces, ...pageRules(operators), width, height}

  function fontLook(name: string): {readonly isBold: boolean; readonly isItalic: boolean} {
    const known = fonts.get(name)
    if (known) return known
    const font = page.commonObjs.has(name)
      ? (page.commonObjs.get(name) as {name?: string; bold?: boolean; black?: boolean; italic?: boolean})
      : {}
    const fontName = font.name ?? ''
    const look = {
      isBold: font.bold === true || font.black === true || /bold|black|heavy|semibold|demi|simhei|heiti-?w[6-9]/i.test(fontName),
      isItalic: font.italic === true || /italic|oblique/i.test(fontName),
    }
    fonts.set(name, look)
    return look
  }
}
