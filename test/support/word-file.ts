import {strToU8, zipSync} from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with the given content of its body and, where given, other parts. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = ['styles', 'numbering', 'footnotes', 'comments'].filter((name) => parts[name] !== undefined)
  const relations = names.map((name, index) => `<Relationship Id="r${index}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, `<w:${name} ${W}>${parts[name]}</w:${name}>`])),
    ...Object.fromEntries(Object.entries(parts).filter(([name]) => name.includes('/'))),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {mtime: '1980-01-01T00:00:00'})
}

/** A paragraph of Word; `number` is its level in list 1. */
export function wordParagraph(runs: string, {number, style}: {readonly number?: number; readonly style?: string} = {}): string {
  const numbering = number === undefined ? '' : `<w:numPr><w:ilvl w:val="${number}"/><w:numId w:val="1"/></w:numPr>`
  return `<w:p><w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${numbering}</w:pPr>${runs}</w:p>`
}

/** A run of Word, with the names of the elements that set its look. */
export function wordRun(text: string, ...look: readonly string[]): string {
  return `<w:r><w:rPr>${look.map((name) => `<w:${name}/>`).join('')}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}
