import {PDFDocument} from '@cantoo/pdf-lib'
import {strToU8, zipSync, zlibSync} from 'fflate'
import {wordFile, wordParagraph, wordRun} from './word-file.ts'

/** A file that no legal team makes. */
export interface HostileFile {
  readonly what: string
  /** Code of the refusal; absent where it is read, within bounds. */
  readonly refused?: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Files that are made to break, to fill or to stall what reads them. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const paragraph = wordParagraph(wordRun('云笺科技提供服务。'))
  const document = (content: string) => wordFile('', {'word/document.xml': content})
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return [
    {
      what: 'a zip bomb',
      name: 'file.docx',
      bytes: zipSync({'[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': new Uint8Array(80 << 20)}, {level: 9}),
      refused: 'docx-too-large',
    },
    {
      what: 'a zip of thousands of files',
      name: 'file.docx',
      bytes: zipSync(Object.fromEntries(Array.from({length: 4100}, (_, index) => [`a${index}`, new Uint8Array(1)]))),
      refused: 'docx-too-large',
    },
    {what: 'a zip that lies about sizes', name: 'file.docx', bytes: lyingZip(), refused: 'docx-too-large'},
    {
      what: 'an external entity',
      name: 'file.docx',
      bytes: document('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      refused: 'docx-broken',
    },
    {
      what: 'an entity in UTF-16',
      name: 'file.docx',
      bytes: zipSync({'word/document.xml': utf16('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')}),
      refused: 'docx-broken',
    },
    {what: 'entities that grow', name: 'file.docx', bytes: document(`<!DOCTYPE a [${entities()}]><a>&e9;</a>`), refused: 'docx-broken'},
    {what: 'macros', name: 'file.docx', bytes: wordFile(paragraph, {'word/vbaProject.bin': 'x'}), refused: 'docx-macros'},
    {
      what: 'elements nested without end',
      name: 'file.docx',
      bytes: document(`<w:document ${W}><w:body>${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}</w:body></w:document>`),
      refused: 'docx-broken',
    },
    {
      what: 'tables nested without end',
      name: 'file.docx',
      bytes: wordFile(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${paragraph}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
      refused: 'docx-broken',
    },
    {what: 'a million paragraphs', name: 'file.docx', bytes: wordFile(paragraph.repeat(400_000)), refused: 'file-too-greedy'},
    {
      what: 'styles based on themselves',
      name: 'file.docx',
      bytes: wordFile(paragraph, {styles: '<w:style w:styleId="Normal"><w:basedOn w:val="Normal"/></w:style>'}),
    },
    {
      what: 'a cell as wide as the world',
      name: 'file.docx',
      bytes: wordFile(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr>${paragraph}</w:tc></w:tr></w:tbl>`),
    },
    {what: 'half a file', name: 'file.docx', bytes: wordFile(paragraph.repeat(50)).subarray(0, 700), refused: 'docx-broken'},
    {
      what: 'a password',
      name: 'file.docx',
      bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise(600)]),
      refused: 'docx-encrypted',
    },
    {what: 'a password on the zip', name: 'file.docx', bytes: zipWithPassword(), refused: 'docx-encrypted'},
    {what: 'another zip', name: 'other.zip', bytes: zipSync({'a.txt': strToU8('x')}), refused: 'format-unknown'},
    {what: 'no objects', name: 'file.pdf', bytes: bytes(`%PDF-1.7\n${'1 0 obj << /Type /Catalog '.repeat(50)}`), refused: 'pdf-broken'},
    {
      what: 'noise',
      name: 'file.pdf',
      bytes: bytes(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(100_000)])),
      refused: 'pdf-broken',
    },
    {
      what: 'pages that contain themselves',
      name: 'file.pdf',
      bytes: bytes(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])),
      refused: 'pdf-broken',
    },
    {
      what: 'a billion pages',
      name: 'file.pdf',
      bytes: bytes(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 1000000000 >>'])),
      refused: 'no-text',
    },
    {
      what: 'fewer pages than none',
      name: 'file.pdf',
      bytes: bytes(pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count -5 >>'])),
      refused: 'no-text',
    },
    {
      what: 'a form that draws itself',
      name: 'file.pdf',
      bytes: bytes(
        pdfOf([
          ...page('/XObject << /F 5 0 R >>'),
          stream('q /F Do Q'),
          stream('q /F Do /F Do Q', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>'),
        ]),
      ),
      refused: 'pdf-scan',
    },
    {
      what: 'a page that unpacks to a gigabyte',
      name: 'file.pdf',
      bytes: bytes(pdfOf([...page(''), packed(new Uint8Array(64 << 20).fill(32))])),
      refused: 'pdf-scan',
    },
    {
      what: 'text without end',
      name: 'file.pdf',
      bytes: bytes(
        pdfOf([
          ...page('/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'),
          packed(strToU8(`BT /F 9 Tf ${'(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj 1 0 Td '.repeat(80_000)} ET`)),
        ]),
      ),
    },
    {
      what: 'arrays nested without end',
      name: 'file.pdf',
      bytes: bytes(pdfOf([`<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(300_000)} >>`, '<< /Type /Pages /Kids [] /Count 0 >>'])),
      refused: 'pdf-broken',
    },
    {
      what: 'a table of objects that points to itself',
      name: 'file.pdf',
      bytes: bytes('%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF'),
      refused: 'pdf-broken',
    },
    {what: 'pictures of pages', name: 'file.pdf', bytes: bytes(await scan()), refused: 'pdf-scan'},
    {what: 'a password', name: 'file.pdf', bytes: bytes(await pdfWithPassword()), refused: 'pdf-encrypted'},
    {what: 'half a file', name: 'file.pdf', bytes: bytes((await scan()).subarray(0, 300)), refused: 'pdf-broken'},
    {
      what: 'a page nested without end',
      name: 'deep.html',
      bytes: strToU8(`<html><body>${'<div>'.repeat(100_000)}云笺`),
      refused: 'html-too-deep',
    },
    {
      what: 'a page of marks without end',
      name: 'marks.html',
      bytes: strToU8(`<html><body>${'<b><i><font>'.repeat(30_000)}云笺<p>云笺`),
      refused: 'html-too-deep',
    },
    {
      what: 'a page with a cell as wide as the world',
      name: 'cell.html',
      bytes: strToU8('<table><tr><td colspan=999999999 rowspan=999999999>云笺</td></tr></table>'),
    },
    {
      what: 'an element with thousands of attributes',
      name: 'attributes.html',
      bytes: strToU8(`<p ${Array.from({length: 10_000}, (_, index) => `a${index}`).join(' ')}>云笺`),
    },
    {what: 'text without end', name: 'long.txt', bytes: new Uint8Array(13_000_000).fill(65), refused: 'text-too-large'},
    {what: 'quotes nested without end', name: 'quotes.md', bytes: strToU8(`# 云笺\n\n${'> '.repeat(50_000)}x`)},
    {what: 'brackets without end', name: 'brackets.md', bytes: strToU8(`# 云笺\n\n${'[('.repeat(50_000)}x`)},
    {what: 'a line of labels without end', name: 'labels.txt', bytes: strToU8('1.'.repeat(1_000_000))},
    {what: 'thousands of short lines', name: 'lines.txt', bytes: strToU8('云\n'.repeat(20_000))},
    {
      what: 'thousands of headings',
      name: 'headings.txt',
      bytes: strToU8(Array.from({length: 1500}, (_, index) => `${index + 1}. 服务\n\n${index + 1}. 责任`).join('\n\n')),
    },
    {
      what: 'bytes that are no text',
      name: 'noise.txt',
      bytes: new Uint8Array(600).map((_, index) => (index * 37) % 255 || 1),
      refused: 'text-encoding',
    },
    {what: 'a picture', name: 'picture.png', bytes: new Uint8Array([137, 80, 78, 71, 0, 0]), refused: 'format-unknown'},
  ]
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? strToU8(content, true) : content
}

/** A zip whose headers say that its content is one byte long. */
function lyingZip(): Uint8Array {
  const zip = zipSync({'word/document.xml': new Uint8Array(80 << 20)}, {level: 9})
  const view = new DataView(zip.buffer, zip.byteOffset)
  view.setUint32(22, 1, true)
  return zip
}

function zipWithPassword(): Uint8Array {
  const zip = wordFile('<w:p/>')
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = 0; at < zip.length - 4; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true)
    if (signature === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
  }
  return zip
}

function noise(length: number): Uint8Array {
  return new Uint8Array(length).map((_, index) => (index * index * 31 + index * 7 + (index >> 8)) % 256)
}

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
}

function entities(): string {
  return `<!ENTITY e0 "x">${Array.from({length: 9}, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('')}`
}

/** Catalog, page tree and page; the content of the page is object 4. */
function page(resources: string): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
  ]
}

function stream(content: string, entries = ''): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function packed(content: Uint8Array): string {
  const bytes = zlibSync(content, {level: 9})
  return `<< /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`
}

/** A PDF of these objects, counted from 1, with a table of their places. */
function pdfOf(objects: readonly string[]): string {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${place}`.padStart(10, '0')
  })
  const rows = places.map((place) => `${place} 00000 n \n`).join('')
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
}

async function scan(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let number = 0; number < 3; number += 1) document.addPage().drawRectangle({x: 50, y: 50, width: 400, height: 600})
  return await document.save()
}

async function pdfWithPassword(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  await document.encrypt({userPassword: 'geheim', ownerPassword: 'geheim'})
  return await document.save()
}
