import {type Agreement, type Body, type Clause, flattenClauses, type Heading, mergeSpans, type Span} from '../clause-tree/index.ts'
import {canonicalJson} from './canonical-json.ts'

/** Version of the reading that turns sources into trees; goes up with every change that gives some source another canonical tree. */
export const TREE_ENGINE = 'proviso-tree/1'

/**
 * The tree of an agreement as RFC 8785 JSON: all words, labels, marks and addresses, no places in the source and nothing that is no text.
 * Two sources that say and mark the same have the same canonical tree; its SHA-256 is the `treeSha256` of manifests and records.
 */
export function canonicalTree(agreement: Agreement): string {
  return canonicalJson({
    schemaVersion: 1,
    locale: agreement.locale,
    declaredTitle: agreement.declaredTitle,
    titles: agreement.titles.map(headingTree),
    frontMatter: agreement.frontMatter.map(clauseTree),
    clauses: agreement.clauses.map(clauseTree),
  })
}

/** The RFC 8785 JSON of each title and clause on its own, children left out, by path: tells which of them differ where trees do. */
export function canonicalClauses(agreement: Agreement): Map<string, string> {
  const clauses = new Map<string, string>()
  for (const [index, title] of agreement.titles.entries())
    clauses.set(index === 0 ? 'title' : `title.${index + 1}`, canonicalJson(headingTree(title)))
  for (const clause of [...agreement.frontMatter, ...flattenClauses(agreement)]) clauses.set(clause.path, canonicalJson(ownTree(clause)))
  return clauses
}

function clauseTree(clause: Clause): object {
  return {...ownTree(clause), children: clause.children.map(clauseTree)}
}

function ownTree({kind, path, label, heading, body}: Clause): object {
  return {
    kind,
    path,
    label: label && {text: label.text, values: label.values, marks: label.marks},
    heading: heading && headingTree(heading),
    body: body && bodyTree(body),
  }
}

function headingTree({style, depth, spans}: Heading): object {
  return {style, depth, spans: spanTrees(spans)}
}

function bodyTree(body: Body): object {
  switch (body.type) {
    case 'paragraph':
      return {type: body.type, quoted: body.quoted, spans: spanTrees(body.spans)}
    case 'table':
      return {
        type: body.type,
        align: body.align.map((align) => align ?? 'none'),
        rows: body.rows.map(({cells}) => cells.map((cell) => spanTrees(cell.spans))),
      }
    case 'preformatted':
      return {type: body.type, language: body.language, value: body.value}
  }
}

function spanTrees(spans: readonly Span[]): object[] {
  return mergeSpans(spans).map(({value, marks, link, image}) => ({value, marks, link: link && {url: link.url, title: link.title}, image}))
}
