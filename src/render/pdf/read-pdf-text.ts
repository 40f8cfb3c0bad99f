/** Text of a PDF, content apart from page furniture. */
export interface PdfText {
  /** Text of all pages in content order, artifacts left out. */
  readonly content: string
  /** Texts that are marked as page furniture, though they stand where content stands. */
  readonly hidden: readonly string[]
}

/**
 * Reads the text of a PDF as a reader's program does.
 *
 * @returns nothing where the pages cannot be read
 */
export async function readPdfText(pdf: Uint8Array): Promise<PdfText | undefined> {
  const {getDocument} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0, isEvalSupported: false})
  try {
    const document = await task.promise
    const runs: Run[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const {items} = await page.getTextContent({includeMarkedContent: true, disableNormalization: false})
      runs.push(...textRuns(items))
    }
    const content = runs.filter(({isArtifact}) => !isArtifact)
    const [top, bottom] = [Math.max(...content.map(({y}) => y)), Math.min(...content.map(({y}) => y))]
    return {
      content: content.map(({text}) => text).join(''),
      hidden: runs.filter(({isArtifact, y, text}) => isArtifact && y <= top && y >= bottom && text.trim() !== '').map(({text}) => text),
    }
  } catch {
    return undefined
  } finally {
    await task.destroy()
  }
}

interface Run {
  readonly text: string
  readonly isArtifact: boolean
  /** Height of the base line above the foot of the page, in points. */
  readonly y: number
}

type TextItem = Readonly<Record<string, unknown>>

function textRuns(items: readonly object[]): Run[] {
  const runs: Run[] = []
  const marks: boolean[] = []
  for (const item of items as readonly TextItem[]) {
    if (item.type === 'endMarkedContent') marks.pop()
    else if (typeof item.type === 'string') marks.push(item.tag === 'Artifact')
    else if (typeof item.str === 'string') {
      const transform = Array.isArray(item.transform) ? (item.transform as readonly number[]) : []
      runs.push({text: item.hasEOL === true ? `${item.str}\n` : item.str, isArtifact: marks.includes(true), y: transform[5] ?? 0})
    }
  }
  return runs
}
