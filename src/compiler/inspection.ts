import type {Facts} from './analyze/index.ts'
import {type Agreement, type Clause, headingText, ownText} from './clause-tree/index.ts'
import type {CompiledAgreement} from './compile.ts'
import type {Diagnostic} from './diagnostic/index.ts'

/** What `inspect --json` prints: the agreements of one source for other programs to read. */
export interface Inspection {
  readonly schemaVersion: 1
  readonly agreements: readonly InspectedAgreement[]
}

/** One agreement as plain text and facts. */
export interface InspectedAgreement {
  readonly title?: string
  readonly locale: string
  readonly clauses: readonly InspectedClause[]
  readonly frontMatter: readonly {readonly text: string; readonly position: Clause['position']}[]
  readonly dropped: Agreement['dropped']
  readonly facts: Facts
  readonly diagnostics: readonly Diagnostic[]
}

/** A clause as plain text; see docs/clause-tree.md for the fields. */
export interface InspectedClause {
  readonly path: string
  readonly label?: string
  readonly kind: Clause['kind']
  readonly heading?: string
  readonly headingStyle?: 'heading' | 'run-in' | 'plain'
  readonly text: string
  readonly position: Clause['position']
  readonly children: readonly InspectedClause[]
}

/** Compiled agreements → what other programs read. */
export function toInspection(compiled: readonly CompiledAgreement[]): Inspection {
  return {
    schemaVersion: 1,
    agreements: compiled.map(({agreement, facts, diagnostics}) => {
      const title = agreementTitle(agreement)
      return {
        ...(title === undefined ? {} : {title}),
        locale: agreement.locale,
        clauses: agreement.clauses.map(inspectClause),
        frontMatter: agreement.frontMatter.map((clause) => ({
          text: [clause.label?.text, ownText(clause)].filter(Boolean).join(' '),
          position: clause.position,
        })),
        dropped: agreement.dropped,
        facts,
        diagnostics,
      }
    }),
  }
}

/** The agreement's own title: the last of its titles, else the one that its front matter declares. */
export function agreementTitle(agreement: Agreement): string | undefined {
  const title = headingText(agreement.titles.at(-1))
  return title === '' ? agreement.declaredTitle : title
}

function inspectClause(clause: Clause): InspectedClause {
  return {
    path: clause.path,
    ...(clause.label ? {label: clause.label.text} : {}),
    kind: clause.kind,
    ...(clause.heading ? {heading: headingText(clause.heading), headingStyle: clause.heading.style} : {}),
    text: ownText(clause),
    position: clause.position,
    children: clause.children.map(inspectClause),
  }
}
