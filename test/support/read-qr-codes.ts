import jsQR from 'jsqr'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What the QR code on each page of a PDF says, read from the painted page as a telephone does; `undefined` for a page without one. */
export async function readQrCodes(pdf: Uint8Array): Promise<(string | undefined)[]> {
  const task = getDocument({data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0})
  const document = await task.promise
  const factory = document.canvasFactory as {create(width: number, height: number): {canvas: HTMLCanvasElement; context: Context}}
  const found: (string | undefined)[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({scale: 3})
    const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
    const {canvas, context} = factory.create(width, height)
    await page.render({canvas, viewport}).promise
    const {data} = context.getImageData(0, 0, width, height)
    found.push(jsQR.default(data, width, height)?.data)
  }
  await task.destroy()
  return found
}

interface Context {
  getImageData(x: number, y: number, width: number, height: number): {readonly data: Uint8ClampedArray}
}
