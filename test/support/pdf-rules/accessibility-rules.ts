import {PDFDict, PDFName, PDFNumber, PDFRef} from '@cantoo/pdf-lib'
import {dictsIn, type InspectedElement, nameOf, textOf} from './inspected-pdf.ts'
import {type PdfRule, unless} from './rule.ts'

const key = (name: string) => PDFName.of(name)

/** PDF/UA-1 (ISO 14289-1) as far as machines can check it; clauses as in veraPDF's profile. */
export const ACCESSIBILITY_RULES: readonly PdfRule[] = [
  {
    clause: 'PDF/UA-1 5',
    summary: 'XMP claims PDF/UA-1',
    violations: ({xmp}) => unless(xmp.includes('<pdfuaid:part>1</pdfuaid:part>'), 'no claim'),
  },
  {
    clause: 'PDF/UA-1 6.2',
    summary: 'the document is marked as tagged, without suspects',
    violations: ({catalog}) => {
      const info = catalog.lookupMaybe(key('MarkInfo'), PDFDict)
      return [
        ...unless(info?.get(key('Marked'))?.toString() === 'true', 'Marked'),
        ...unless(info?.get(key('Suspects'))?.toString() !== 'true', 'Suspects'),
        ...unless(catalog.lookup(key('StructTreeRoot')) instanceof PDFDict, 'no structure'),
      ]
    },
  },
  {
    clause: 'PDF/UA-1 7.1-1',
    summary: 'all that is painted is tagged or an artifact, and neither lies in the other',
    violations: ({pages}) =>
      pages.flatMap(({scan}, index) => [...scan.unmarked, ...scan.faults].map((fault) => `page ${index + 1}: ${fault}`)),
  },
  {
    clause: 'PDF/UA-1 7.1-3',
    summary: 'tagged content hangs in the structure, and the structure holds no content that is not there',
    violations: ({pages, elements}) => {
      const painted = new Set(pages.flatMap(({tag, scan}) => [...scan.tagged.keys()].map((id) => `${tag} ${id}`)))
      const held = new Set(elements.flatMap(({contents}) => contents))
      return [
        ...[...painted].filter((place) => !held.has(place)).map((place) => `${place} hangs nowhere`),
        ...[...held].filter((place) => !painted.has(place)).map((place) => `${place} is not painted`),
      ]
    },
  },
  {
    clause: 'PDF/UA-1 7.1-5',
    summary: 'own roles are mapped to standard ones, standard ones are not mapped',
    violations: ({elements, catalog}) => {
      const roles = catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)?.lookupMaybe(key('RoleMap'), PDFDict)
      return [
        ...elements.filter(({role}) => !STANDARD.has(role)).map(({type}) => `${type} is not mapped`),
        ...(roles?.keys() ?? []).filter((name) => STANDARD.has(name.decodeText())).map((name) => `${name} is mapped`),
      ]
    },
  },
  {
    clause: 'PDF/UA-1 7.1-8',
    summary: 'a title that is shown, and a language',
    violations: ({catalog, xmp}) => [
      ...unless(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]/.test(xmp), 'dc:title'),
      ...unless(
        catalog.lookupMaybe(key('ViewerPreferences'), PDFDict)?.get(key('DisplayDocTitle'))?.toString() === 'true',
        'DisplayDocTitle',
      ),
      ...unless(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(textOf(catalog.lookup(key('Lang')))), 'Lang'),
    ],
  },
  {
    clause: 'PDF/UA-1 7.2',
    summary: 'tables, rows, lists and items hold only what belongs there',
    violations: ({elements}) =>
      elements.flatMap(({role, kids, contents, tag}) => {
        const allowed = ALLOWED_KIDS[role]
        if (!allowed) return []
        return [
          ...kids.filter((kid) => !allowed.includes(kid.role)).map((kid) => `${role} ${tag} holds ${kid.role}`),
          ...(contents.length > 0 ? [`${role} ${tag} holds content`] : []),
        ]
      }),
  },
  {
    clause: 'PDF/UA-1 7.2-3',
    summary: 'rows, cells, items, labels and bodies lie where they belong',
    violations: ({elements}) => {
      const roles = new Map(elements.map(({tag, role}) => [tag, role]))
      return elements.flatMap(({role, parent, tag}) => {
        const allowed = ALLOWED_PARENTS[role]
        const found = roles.get(parent) ?? parent
        return allowed ? unless(allowed.includes(found), `${role} ${tag} lies in ${found}`) : []
      })
    },
  },
  {
    clause: 'PDF/UA-1 7.4',
    summary: 'headings begin at the first level and skip none',
    violations: ({elements}) => {
      let above = 0
      return elements.flatMap(({role, tag}) => {
        const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0)
        if (level === 0) return []
        const fault = unless(level <= above + 1, `${role} ${tag} after level ${above}`)
        above = level
        return fault
      })
    },
  },
  {
    clause: 'PDF/UA-1 7.3',
    summary: 'a figure has an alternative text',
    violations: ({elements}) =>
      elements
        .filter(({role}) => role === 'Figure')
        .flatMap(({dict, tag, kids}) =>
          unless(textOf(dict.get(key('Alt'))) !== '' || kids.some((kid) => textOf(kid.dict.get(key('Alt'))) !== ''), tag),
        ),
  },
  {
    clause: 'PDF/UA-1 7.5',
    summary: 'head cells say what they head, and all rows of a table are equally wide',
    violations: ({elements}) => [
      ...elements
        .filter(({role}) => role === 'TH')
        .flatMap(({dict, tag}) => unless(attribute(dict, 'Scope') !== undefined, `${tag} has no scope`)),
      ...elements
        .filter(({role}) => role === 'Table')
        .flatMap(({kids, tag}) => {
          const widths = new Set(gridWidths(kids.filter(({role}) => role === 'TR')))
          return unless(widths.size <= 1, `${tag} has rows of ${[...widths].join(', ')} cells`)
        }),
    ],
  },
  {
    clause: 'PDF/UA-1 7.18',
    summary: 'links are described, lie in a link element, and their page has structural tab order',
    violations: ({pages, elements, document}) => {
      const held = new Set(elements.filter(({role}) => role === 'Link').flatMap(({objects}) => objects))
      return pages.flatMap(({annotations, node}, index) => [
        ...unless(annotations.length === 0 || nameOf(node.get(key('Tabs'))) === 'S', `page ${index + 1} has no tab order`),
        ...annotations.flatMap((annotation) => [
          ...unless(textOf(annotation.get(key('Contents'))) !== '', `page ${index + 1}: a link without words`),
          ...unless(held.has(document.context.getObjectRef(annotation)?.tag ?? ''), `page ${index + 1}: a link outside the structure`),
          ...unless(annotation.get(key('StructParent')) instanceof PDFNumber, `page ${index + 1}: a link without StructParent`),
        ]),
      ])
    },
  },
  {
    clause: 'PDF/UA-1 7.9',
    summary: 'notes have identifiers of their own, and cells and notes share none',
    violations: ({elements}) => {
      const ids = elements.map(({dict}) => textOf(dict.get(key('ID')))).filter((id) => id !== '')
      return [
        ...elements.filter(({role, dict}) => role === 'Note' && !dict.has(key('ID'))).map(({tag}) => `${tag} has no ID`),
        ...unless(new Set(ids).size === ids.length, 'an ID twice'),
      ]
    },
  },
  {
    clause: 'PDF/UA-1 7.17',
    summary: 'a document of several sections has bookmarks',
    violations: ({catalog, elements}) =>
      unless(elements.filter(({role}) => /^H[1-6]$/.test(role)).length < 2 || catalog.get(key('Outlines')) instanceof PDFRef, 'no outline'),
  },
]

const STANDARD: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)

const ALLOWED_KIDS: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
}

const ALLOWED_PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
}

function attribute(dict: PDFDict, name: string): string | undefined {
  const own = dict.lookup(key('A'))
  const all = own instanceof PDFDict ? [own] : dictsIn(own)
  return all.map((attributes) => attributes.get(key(name))?.toString()).find((value) => value !== undefined)
}

/** Number of columns that each row fills, with the cells that reach down from above. */
function gridWidths(rows: readonly InspectedElement[]): number[] {
  const reaching: number[] = []
  return rows.map(({kids}) => {
    let width = reaching.reduce((sum, left) => sum + (left > 0 ? 1 : 0), 0)
    for (const [column, left] of reaching.entries()) if (left > 0) reaching[column] = left - 1
    for (const {dict} of kids) {
      const columns = Number(attribute(dict, 'ColSpan') ?? 1)
      const down = Number(attribute(dict, 'RowSpan') ?? 1)
      width += columns
      for (let column = 0; column < columns; column += 1) if (down > 1) reaching.push(down - 1)
    }
    return width
  })
}
