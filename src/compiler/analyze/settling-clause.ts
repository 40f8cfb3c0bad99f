import {bodySpans, type Clause, headingText, spansText} from '../clause-tree/index.ts'

/** The clause that settles a subject: a section whose heading speaks of it; of exclusions any clause that excludes. */
export function settlingClause(subject: string, from: Clause, clauses: readonly Clause[]): Clause | undefined {
  const [, speaksOf] = TOPICS.find(([asked]) => asked.test(subject)) ?? []
  const others = clauses.filter((clause) => clause !== from)
  return (
    others.find(({kind, heading}) => (kind === 'section' || kind === 'part') && speaksOf?.test(headingText(heading))) ??
    (EXCLUSION.test(subject) ? others.find(excludes) : undefined)
  )
}

const TOPICS: readonly (readonly [RegExp, RegExp])[] = [
  [/管辖/, /管辖|争议|法院|jurisdiction|dispute/i],
  [/争议解决/, /争议/],
  [/法律适用/, /法律适用|适用法律/],
  [/免除|免责|责任限制|限制/, /免责|责任限制|责任的限制|^责任$|赔偿|liability/i],
  [/知识产权/, /知识产权/],
  [/保密/, /保密/],
  [/赔偿/, /赔偿|补偿/],
  [/违约/, /违约/],
  [/liability/i, /liability|disclaimer/i],
  [/arbitration|class action/i, /arbitration|dispute/i],
]

const EXCLUSION = /免除|免责|限制/

function excludes({body}: Clause): boolean {
  return /不(?:予)?承担[^。；]{0,30}责任|概不负责|予以免责/.test(spansText(bodySpans(body).flat()))
}
