import {type PDFDict, type PDFDocument, PDFName, type PDFObject} from '@cantoo/pdf-lib'
import {openParentTree, type ParentTree} from './parent-tree.ts'
import {elementAt, elementsOf, kidsOf, type MarkedContent, markedContent, type StructureElement, structureRoot} from './structure-tree.ts'

/**
 * Brings the structure tree into the form that PDF/UA-1 asks for: standard roles, headings that begin at the first level and skip none,
 * list items of label and body, tables of rows only.
 *
 * @returns ids of marked content that only decorates a table, to be marked as artifact; by the tag of the page's reference
 */
export function mendStructure(document: PDFDocument): ReadonlyMap<string, ReadonlySet<number>> {
  const root = structureRoot(document)
  if (!root) return new Map()
  const elements = elementsOf(root)
  mapRoles(root, elements)
  mendHeadings(elements)
  const parents = openParentTree(root)
  for (const element of elements) if (element.type === 'LI') wrapListBody(element, parents)
  const dropped = new Map<string, Set<number>>()
  for (const {page, id} of elements.flatMap((element) => dropDecoration(element, parents)))
    dropped.set(page.tag, (dropped.get(page.tag) ?? new Set()).add(id))
  return dropped
}

/** Roles (ISO 32000-1, 14.8.4) that the browser's own ones stand for. Unknown ones are spans, so that no text is lost. */
const STANDARD_ROLES: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Sect',
  FENote: 'Note',
  Title: 'P',
  Sub: 'Span',
}

const STANDARD: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
)

function mapRoles(root: PDFDict, elements: readonly StructureElement[]): void {
  const own = new Set([...Object.keys(STANDARD_ROLES), ...elements.map(({type}) => type).filter((type) => !STANDARD.has(type))])
  root.set(
    PDFName.of('RoleMap'),
    root.context.obj(Object.fromEntries([...own].sort().map((type) => [type, STANDARD_ROLES[type] ?? 'Span']))),
  )
}

function mendHeadings(elements: readonly StructureElement[]): void {
  let above = 0
  for (const {dict, type} of elements) {
    const level = /^H([1-6])$/.exec(type)?.[1]
    if (level === undefined) continue
    const mended = Math.min(Number(level), above + 1)
    if (mended !== Number(level)) dict.set(PDFName.of('S'), PDFName.of(`H${mended}`))
    above = mended
  }
}

/** Labels stay; what else an item holds becomes its body (ISO 14289-1, 7.6). */
function wrapListBody({ref, dict}: StructureElement, parents: ParentTree): void {
  const kids = kidsOf(dict)
  const isOwn = (kid: PDFObject) => ['Lbl', 'LBody'].includes(elementAt(dict, kid)?.type ?? '')
  const inner = kids.filter((kid) => !isOwn(kid))
  if (inner.length === 0) return
  const {context} = dict
  const page = dict.get(PDFName.of('Pg'))
  const body = context.register(context.obj({Type: 'StructElem', S: 'LBody', P: ref, ...(page ? {Pg: page} : {}), K: context.obj(inner)}))
  for (const kid of inner) {
    elementAt(dict, kid)?.dict.set(PDFName.of('P'), body)
    const content = markedContent(dict, kid)
    if (content) parents.setParent(content, body)
  }
  dict.set(PDFName.of('K'), context.obj([...kids.filter(isOwn), body]))
}

/** Content that hangs at a table, a row or a list itself, not in a cell or an item, is its borders and fills. */
function dropDecoration({dict, type}: StructureElement, parents: ParentTree): MarkedContent[] {
  if (!/^(?:Table|TR|THead|TBody|TFoot|L)$/.test(type)) return []
  const kids = kidsOf(dict)
  const dropped = kids.flatMap((kid) => markedContent(dict, kid) ?? [])
  if (dropped.length === 0) return []
  dict.set(PDFName.of('K'), dict.context.obj(kids.filter((kid) => markedContent(dict, kid) === undefined)))
  for (const content of dropped) parents.setParent(content, undefined)
  return dropped
}
