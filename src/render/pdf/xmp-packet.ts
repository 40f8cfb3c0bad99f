import type {PdfFinish} from './pdf-finish.ts'

/** Namespace of what we say about an agreement in XMP. */
export const AGREEMENT_NAMESPACE = 'urn:proviso:xmp:agreement:1:'

/** 64 zeros, in whose place `sealPdf` writes the hash of the file. */
export const OPEN_SEAL = '0'.repeat(64)

/**
 * XMP packet (ISO 16684-1) of a document: its description, the claims of PDF/A-3u and PDF/UA-1, and the edition in a schema of our own,
 * which is described inside as PDF/A asks for (ISO 19005-3, 6.6.2.3).
 *
 * @param id 32 hexadecimal digits that identify the document
 */
export function xmpPacket(finish: PdfFinish, id: string): string {
  const date = new Date(finish.date).toISOString().replace(/\.\d+Z$/, 'Z')
  const {edition} = finish
  const uuid = `uuid:${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
  const own: Readonly<Record<string, string | undefined>> = {
    agreementId: edition?.agreement,
    version: edition?.version,
    locale: edition?.locale,
    effectiveFrom: edition?.effectiveAt,
    sourceSha256: edition?.sourceSha256,
    treeSha256: edition?.treeSha256,
    sealSha256: OPEN_SEAL,
  }
  const identifier = edition ? `${edition.agreement}${edition.version ? `@${edition.version}` : ''} (${edition.locale})` : undefined
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:agr="${AGREEMENT_NAMESPACE}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(finish.title)}</rdf:li></rdf:Alt></dc:title>
${finish.provider ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(finish.provider)}</rdf:li></rdf:Seq></dc:creator>\n` : ''}<dc:language><rdf:Bag><rdf:li>${escapeXml(finish.language)}</rdf:li></rdf:Bag></dc:language>
${identifier ? `<dc:identifier>${escapeXml(identifier)}</dc:identifier>\n` : ''}<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>Proviso</xmp:CreatorTool>
<pdf:Producer>Proviso</pdf:Producer>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
${Object.entries(own)
  .flatMap(([name, value]) => (value === undefined ? [] : [`<agr:${name}>${escapeXml(value)}</agr:${name}>`]))
  .join('\n')}
</rdf:Description>
${EXTENSIONS}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function escapeXml(value: string): string {
  return value
    .replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

function schema(name: string, prefix: string, namespace: string, properties: readonly (readonly [string, string, string])[]): string {
  const rows = properties.map(
    ([property, type, description]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
  )
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${rows.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
}

const EXTENSIONS = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${schema('PDF/UA identification', 'pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', [['part', 'Integer', 'Part of ISO 14289 that the document conforms to']])}
${schema('Agreement', 'agr', AGREEMENT_NAMESPACE, [
  ['agreementId', 'Text', 'Identifier of the agreement'],
  ['version', 'Text', 'Version of the agreement'],
  ['locale', 'Text', 'Language of the text as BCP 47 tag'],
  ['effectiveFrom', 'Date', 'Instant from which the version is in force'],
  ['sourceSha256', 'Text', 'SHA-256 of the Markdown source, which is attached'],
  ['treeSha256', 'Text', 'SHA-256 of the canonical clause tree, which is attached'],
  ['sealSha256', 'Text', 'SHA-256 of this file with these 64 digits as zeros'],
])}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`
