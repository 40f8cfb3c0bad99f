import {AlignmentType, type FileChild, Footer, Header, type IPropertiesOptions, PageNumber, Paragraph, TextRun} from 'docx'

/** Content as the one section of an A4 document, with a line above and the page number below each page. */
export function pageSection(children: readonly FileChild[], head: string): IPropertiesOptions['sections'] {
  const small = (runs: ConstructorParameters<typeof TextRun>[0][]) =>
    runs.map((options) => new TextRun(typeof options === 'string' ? options : {size: 17, color: '555555', ...options}))
  return [
    {
      properties: {page: {margin: {top: 1440, bottom: 1300, left: 1300, right: 1300}}},
      headers: {default: new Header({children: [new Paragraph({children: small([{text: head}])})]})},
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: small([{children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]}]),
            }),
          ],
        }),
      },
      children: [...children],
    },
  ]
}
