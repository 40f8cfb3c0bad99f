import type {IStylesOptions} from 'docx'

/** Languages of the text, by script. */
interface DocxLanguage {
  readonly value: string
  readonly eastAsia?: string
}

/** Styles of a document: fonts that every Word has, headings that stay with their text. Sizes in half points, distances in twentieths. */
export function DOCX_STYLES(language: DocxLanguage): IStylesOptions {
  const heading = (size: number) => ({
    run: {bold: true, size, color: '000000', font: FONT},
    paragraph: {spacing: {before: 240, after: 80}, keepNext: true, keepLines: true},
  })
  return {
    default: {
      document: {
        run: {font: FONT, size: 21, language},
        paragraph: {spacing: {line: 320, after: 100}},
      },
      title: {
        run: {bold: true, size: 32, font: FONT},
        paragraph: {alignment: 'center', spacing: {before: 120, after: 240}, keepNext: true},
      },
      heading1: heading(25),
      heading2: heading(23),
      heading3: heading(21),
      heading4: heading(21),
      heading5: heading(21),
      heading6: heading(21),
      hyperlink: {run: {color: '0B57A4', underline: {type: 'none'}}},
    },
  }
}

const FONT = {ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun', cs: 'Times New Roman'}
