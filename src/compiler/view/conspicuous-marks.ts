import type {EmphasisFact, Facts} from '../analyze/index.ts'

/** How clauses stand out from the text around them, by path: by a prompt, or because a sentence that limits rights is marked, whatever the role of its marks. */
export function conspicuousMarks({emphasis, limitations}: Facts): Map<string, ConspicuousMark[]> {
  const limiting = new Set(limitations.filter(({conspicuous}) => conspicuous !== 'none').map(({path}) => path))
  const found = new Map<string, Set<EmphasisFact['marks'][number]>>()
  for (const {path, role, marks} of emphasis) {
    if (role !== 'prompt' && (role === 'label' || !limiting.has(path))) continue
    const known = found.get(path) ?? new Set()
    for (const mark of marks) known.add(mark)
    found.set(path, known)
  }
  return new Map(
    [...found].map(([path, marks]) => [path, MARKS.filter((mark) => marks.has(mark))] as const).filter(([, marks]) => marks.length > 0),
  )
}

/** A mark that draws attention. */
export type ConspicuousMark = (typeof MARKS)[number]

const MARKS = ['bold', 'underline', 'capitals'] as const
