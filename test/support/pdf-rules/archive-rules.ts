import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {decodeStream, dictsIn, type InspectedPdf, nameOf, textOf} from './inspected-pdf.ts'
import {type PdfRule, unless} from './rule.ts'

const key = (name: string) => PDFName.of(name)

/** PDF/A-3u (ISO 19005-3) as far as machines can check it; clauses as in veraPDF's profile. */
export const ARCHIVE_RULES: readonly PdfRule[] = [
  {
    clause: 'PDF/A-3 6.1.2',
    summary: 'the header names PDF 1.0 to 1.7 and is followed by a comment of four high bytes',
    violations: ({bytes}) => [
      ...unless(/^%PDF-1\.[0-7]\n/.test(bytes.toString('latin1', 0, 9)), bytes.toString('latin1', 0, 9)),
      ...unless(bytes[9] === 0x25 && bytes.subarray(10, 14).every((byte) => byte > 127), 'no binary comment'),
    ],
  },
  {
    clause: 'PDF/A-3 6.1.3',
    summary: 'the trailer has an identifier and no encryption; nothing follows the end of the file',
    violations: ({document, bytes}) => [
      ...unless(document.context.trailerInfo.ID instanceof PDFArray, 'no ID'),
      ...unless(document.context.trailerInfo.Encrypt === undefined, 'encrypted'),
      ...unless(/%%EOF\s?$/.test(bytes.toString('latin1', bytes.length - 8)), 'text after the end of the file'),
    ],
  },
  {
    clause: 'PDF/A-3 6.1.7',
    summary: 'no LZW and no filter that is not known',
    violations: (pdf) =>
      streams(pdf).flatMap(([tag, {dict}]) =>
        unless(/^\/?(?:|FlateDecode|DCTDecode)$/.test(dict.get(key('Filter'))?.toString() ?? ''), `${tag} ${dict.get(key('Filter'))}`),
      ),
  },
  {
    clause: 'PDF/A-3 6.1.13',
    summary: 'names are at most 127 bytes, objects at most 8,388,607',
    violations: ({document, bytes}) => [
      ...unless(document.context.largestObjectNumber <= 8_388_607, 'too many objects'),
      ...(bytes.toString('latin1').match(/(?<=[\s<[])\/[^\s/<>[\](){}]{128,}/g) ?? []),
    ],
  },
  {
    clause: 'PDF/A-3 6.2.3',
    summary: 'an output intent with an ICC profile, as device colours are used',
    violations: ({catalog}) => {
      const intents = dictsIn(catalog.lookup(key('OutputIntents')))
      const profile = intents[0]?.lookup(key('DestOutputProfile'))
      if (!(profile instanceof PDFRawStream)) return ['no profile']
      const icc = decodeStream(profile)
      return [
        ...unless(nameOf(intents[0]?.get(key('S'))) === 'GTS_PDFA1', 'the intent is not GTS_PDFA1'),
        ...unless(icc.readUInt32BE(0) === icc.length && icc.toString('latin1', 36, 40) === 'acsp', 'the profile is malformed'),
        ...unless(icc.toString('latin1', 16, 20) === 'RGB ' && profile.dict.get(key('N'))?.toString() === '3', 'the profile is not RGB'),
      ]
    },
  },
  {
    clause: 'PDF/A-3 6.2.5',
    summary: 'graphics states have no transfer function and a known blend mode',
    violations: ({document}) =>
      document.context
        .enumerateIndirectObjects()
        .flatMap(([ref, object]) =>
          object instanceof PDFDict && (object.has(key('BM')) || object.has(key('TR')))
            ? unless(
                !object.has(key('TR')) && /^\/?(?:Normal|Compatible|Multiply|)$/.test(object.get(key('BM'))?.toString() ?? ''),
                ref.tag,
              )
            : [],
        ),
  },
  {
    clause: 'PDF/A-3 6.2.11.4',
    summary: 'every font is embedded, with an identity map of glyphs',
    violations: ({fonts, document}) => [
      ...[...fonts].flatMap(([tag, font]) => {
        const descendant = descendantOf(font)
        const descriptor = descendant?.lookupMaybe(key('FontDescriptor'), PDFDict)
        return [
          ...unless(descriptor?.lookup(key('FontFile2')) instanceof PDFRawStream, `${tag} is not embedded`),
          ...unless(/^[A-Z]{6}\+/.test(nameOf(font.get(key('BaseFont')))), `${tag} is no subset`),
          ...unless(nameOf(descendant?.lookup(key('CIDToGIDMap'))) === 'Identity', `${tag} has no CIDToGIDMap`),
          ...unless(!descriptor?.has(key('CIDSet')), `${tag} has a CIDSet, which would have to be complete`),
        ]
      }),
      ...document.context
        .enumerateIndirectObjects()
        .flatMap(([ref, object]) =>
          object instanceof PDFDict &&
          nameOf(object.get(key('Type'))) === 'Font' &&
          /^(?:Type1|TrueType|Type3)$/.test(nameOf(object.get(key('Subtype'))))
            ? [`${ref.tag} is a simple font`]
            : [],
        ),
    ],
  },
  {
    clause: 'PDF/A-3 6.2.11.7',
    summary: 'every glyph that is shown has a Unicode value other than U+0000, U+FEFF and U+FFFE, and none is .notdef',
    violations: (pdf) =>
      pdf.pages.flatMap(({node, scan}) =>
        [...scan.codes].flatMap(([name, codes]) => {
          const font = node.lookupMaybe(key('Resources'), PDFDict)?.lookupMaybe(key('Font'), PDFDict)?.lookupMaybe(key(name), PDFDict)
          const map = font?.lookup(key('ToUnicode'))
          if (!(map instanceof PDFRawStream)) return [`${name} has no ToUnicode`]
          const known = unicodeMap(decodeStream(map).toString('latin1'))
          return [...codes].flatMap((code) =>
            unless(code !== 0 && ![undefined, 0, 0xfeff, 0xfffe].includes(known.get(code)), `${name} glyph ${code} → ${known.get(code)}`),
          )
        }),
      ),
  },
  {
    clause: 'PDF/A-3 6.3',
    summary: 'annotations are of allowed types, printed and not hidden',
    violations: ({pages}) =>
      pages.flatMap(({annotations}) =>
        annotations.flatMap((annotation) => {
          const flags = annotation.get(key('F'))
          const value = flags instanceof PDFNumber ? flags.asNumber() : 0
          return unless(
            nameOf(annotation.get(key('Subtype'))) === 'Link' && (value & 4) === 4 && (value & 0b100011) === 0,
            annotation.toString(),
          )
        }),
      ),
  },
  {
    clause: 'PDF/A-3 6.5',
    summary: 'no scripts, launches or other actions than going to an address',
    violations: ({document, catalog}) => [
      ...['OpenAction', 'AA', 'AcroForm'].filter((name) => catalog.has(key(name))),
      ...document.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
        const action = object instanceof PDFDict ? object.lookup(key('A')) : undefined
        const type = action instanceof PDFDict ? nameOf(action.get(key('S'))) : ''
        return unless(type === '' || type === 'URI' || type === 'GoTo', `${ref.tag} ${type}`)
      }),
    ],
  },
  {
    clause: 'PDF/A-3 6.6.2',
    summary: 'XMP without filter claims PDF/A-3u and describes each schema of ours',
    violations: ({catalog, xmp}) => {
      const stream = catalog.lookup(key('Metadata'))
      const own = [...new Set([...xmp.matchAll(/<agr:(\w+)>/g)].map(([, name = '']) => name))]
      return [
        ...unless(stream instanceof PDFRawStream && !stream.dict.has(key('Filter')), 'no packet, or a filtered one'),
        ...unless(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/.test(xmp), 'the header of the packet'),
        ...unless(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>U</.test(xmp), 'no claim of PDF/A-3u'),
        ...['http://www.aiim.org/pdfua/ns/id/', 'urn:proviso:xmp:agreement:1:'].flatMap((namespace) =>
          unless(xmp.includes(`<pdfaSchema:namespaceURI>${namespace}<`), `${namespace} is not described`),
        ),
        ...own.flatMap((name) => unless(xmp.includes(`<pdfaProperty:name>${name}<`), `agr:${name} is not described`)),
      ]
    },
  },
  {
    clause: 'PDF/A-3 6.6.2.3',
    summary: 'the document information says what XMP says',
    violations: ({document, xmp}) => {
      const date = document.getCreationDate()?.toISOString().replace('.000', '')
      return [
        ...unless(xmp.includes(`<rdf:li xml:lang="x-default">${escapeXml(document.getTitle() ?? '')}</rdf:li>`), 'title'),
        ...unless(xmp.includes(`<xmp:CreateDate>${date}<`) && xmp.includes(`<xmp:ModifyDate>${date}<`), `date ${date}`),
        ...unless(xmp.includes(`<pdf:Producer>${document.getProducer()}<`), 'producer'),
        ...unless(xmp.includes(`<xmp:CreatorTool>${document.getCreator()}<`), 'creator'),
      ]
    },
  },
  {
    clause: 'PDF/A-3 6.8',
    summary: 'each attachment has media type, names, date, relationship and hangs at the document',
    violations: ({document, catalog}) => {
      const associated = catalog.lookup(key('AF'))
      const refs = associated instanceof PDFArray ? associated.asArray().map(String) : []
      return document.context.enumerateIndirectObjects().flatMap(([ref, object]) => {
        if (!(object instanceof PDFDict) || !object.has(key('EF'))) return []
        const stream = object.lookupMaybe(key('EF'), PDFDict)?.lookup(key('F'))
        const dict = stream instanceof PDFRawStream ? stream.dict : undefined
        return [
          ...unless(
            textOf(object.get(key('F'))) !== '' && textOf(object.get(key('F'))) === textOf(object.get(key('UF'))),
            `${ref.tag} F and UF`,
          ),
          ...unless(
            /^(?:Source|Data|Alternative|Supplement)$/.test(nameOf(object.get(key('AFRelationship')))),
            `${ref.tag} AFRelationship`,
          ),
          ...unless(nameOf(dict?.get(key('Subtype'))).includes('/'), `${ref.tag} Subtype`),
          ...unless(dict?.lookupMaybe(key('Params'), PDFDict)?.has(key('ModDate')) ?? false, `${ref.tag} ModDate`),
          ...unless(textOf(object.get(key('Desc'))) !== '', `${ref.tag} Desc`),
          ...unless(refs.includes(ref.tag), `${ref.tag} is not in AF`),
        ]
      })
    },
  },
]

function streams({document}: InspectedPdf): [string, PDFRawStream][] {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]): [string, PDFRawStream][] =>
      object instanceof PDFRawStream && ref instanceof PDFRef ? [[ref.tag, object]] : [],
    )
}

function descendantOf(font: PDFDict): PDFDict | undefined {
  return dictsIn(font.lookup(key('DescendantFonts')))[0]
}

/** First Unicode value by code of a ToUnicode map. */
function unicodeMap(cmap: string): Map<number, number> {
  const known = new Map<number, number>()
  for (const [, rows = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', value = ''] of rows.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      known.set(Number.parseInt(code, 16), Number.parseInt(value.slice(0, 4), 16))
  for (const [, rows = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', value = ''] of rows.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1)
        known.set(code, Number.parseInt(value, 16) + code - Number.parseInt(from, 16))
  return known
}

function escapeXml(value: string): string {
  return value.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
