import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  type Agreement,
  type AgreementDiff,
  applyPatch,
  type Change,
  type CompiledAgreement,
  canonicalMarkdown,
  compareAgreements,
  compile,
  flattenClauses,
  ownText,
  patchBetween,
} from '../src/compiler/index.ts'
import {chance, Mutant, OPERATIONS} from './support/mutate.ts'
import {agreementSources, realSources} from './support/sources.ts'

const compiled = [...agreementSources(), ...realSources().filter(([name]) => name.startsWith('seeds'))]
  .flatMap(([, source]) => compile(source))
  .filter(({agreement}) => flattenClauses(agreement).length > 8)
const sentences = compiled
  .flatMap(({agreement}) => flattenClauses(agreement).map(ownText))
  .flatMap((text) => text.match(/[^。；.;]{12,80}[。；.;]/g) ?? [])

/** Two versions of a real agreement, the second one changed by up to twelve operations. */
const versions = fc
  .tuple(fc.nat({max: compiled.length - 1}), fc.nat(), fc.array(fc.constantFrom(...OPERATIONS), {minLength: 1, maxLength: 12}))
  .map(([index, seed, operations]) => {
    const base = compiled[index]
    if (!base) throw new Error('no agreement')
    const mutant = new Mutant(base.agreement, sentences, chance(seed))
    const before = {...base, agreement: mutant.agreement()}
    for (const operation of operations) mutant.apply(operation)
    return {before, after: {...base, agreement: mutant.agreement()}}
  })

const substantive = ({changes}: AgreementDiff) => changes.filter(({materiality}) => materiality === 'substantive')

function withoutPositions(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, field: unknown) => (key === 'position' || key === 'dropped' ? undefined : field)))
}

/** The same diff, seen from the other side. */
function mirrored(diff: AgreementDiff): unknown {
  const KIND: Partial<Record<Change['kind'], Change['kind']>> = {added: 'removed', removed: 'added', split: 'merged', merged: 'split'}
  const OP = {insert: 'delete', delete: 'insert', equal: 'equal'} as const
  return diff.changes.map(({kind, aspects, from, to, segments}) => ({
    kind: KIND[kind] ?? kind,
    aspects,
    from: to.map(({path}) => path),
    to: from.map(({path}) => path),
    segments: segments?.map(({op, text}) => ({op: OP[op], text})).sort(byText),
  }))
}

const plain = (diff: AgreementDiff) =>
  diff.changes.map(({kind, aspects, from, to, segments}) => ({
    kind,
    aspects,
    from: from.map(({path}) => path),
    to: to.map(({path}) => path),
    segments: segments?.map(({op, text}) => ({op, text})).sort(byText),
  }))

function byText(a: {text: string; op: string}, b: {text: string; op: string}): number {
  return a.text + a.op < b.text + b.op ? -1 : 1
}

const inAnyOrder = (changes: unknown) => (changes as {from: string[]; to: string[]}[]).map((change) => JSON.stringify(change)).sort()

describe('the diff', () => {
  it('of a version with itself is empty', () => {
    for (const version of compiled) {
      const diff = compareAgreements(version, version)
      expect(diff.changes).toEqual([])
      expect(diff.diagnostics).toEqual([])
    }
  })

  it('turns the old version into the new one, and back', () => {
    fc.assert(
      fc.property(versions, ({before: {agreement: a}, after: {agreement: b}}) => {
        for (const [from, to] of [
          [a, b],
          [b, a],
        ] as const) {
          const applied = applyPatch(from, patchBetween(from, to))
          expect(withoutPositions(applied)).toEqual(withoutPositions(to))
          expect(canonicalMarkdown([{...applied, dropped: []}])).toBe(canonicalMarkdown([{...to, dropped: []}]))
        }
      }),
      {numRuns: 60},
    )
  })

  it('has segments that are the old text and the new one', () => {
    fc.assert(
      fc.property(versions, ({before, after}) => {
        const textOf = (agreement: Agreement, path: string) => {
          const clause = flattenClauses(agreement).find((candidate) => candidate.path === path)
          const title =
            clause?.heading?.style === 'heading'
              ? clause.heading.spans
                  .map(({value}) => value)
                  .join('')
                  .trim()
              : ''
          const own = clause ? ownText(clause) : ''
          return own === ''
            ? clause?.heading?.spans
                .map(({value}) => value)
                .join('')
                .trim()
            : title === ''
              ? own
              : `${title}\n${own}`
        }
        for (const {segments, from, to} of compareAgreements(before, after).changes) {
          if (!segments) continue
          const side = (op: 'insert' | 'delete') =>
            segments
              .filter((segment) => segment.op === 'equal' || segment.op === op)
              .map(({text}) => text)
              .join('')
          expect(side('delete')).toBe(from.map(({path}) => textOf(before.agreement, path)).join('\n'))
          expect(side('insert')).toBe(to.map(({path}) => textOf(after.agreement, path)).join('\n'))
        }
      }),
      {numRuns: 60},
    )
  })

  it('is its mirror image the other way', () => {
    fc.assert(
      fc.property(versions, ({before, after}) => {
        expect(inAnyOrder(plain(compareAgreements(after, before)))).toEqual(inAnyOrder(mirrored(compareAgreements(before, after))))
      }),
      {numRuns: 60},
    )
  })

  it('never cuts a number, an amount, a date, a word or a citation', () => {
    fc.assert(
      fc.property(versions, ({before, after}) => {
        for (const {segments = []} of compareAgreements(before, after).changes)
          for (const [index, {text}] of segments.entries()) {
            const next = segments.slice(index + 1).find(({op}) => op === 'equal' || op === segments[index]?.op)
            if (!next || segments[index + 1] === undefined) continue
            const seam = text.slice(-1) + (next.op === segments[index]?.op || next === segments[index + 1] ? next.text.charAt(0) : '')
            expect(seam).not.toMatch(/^(?:\d\d|[A-Za-z][A-Za-z]|[A-Za-z]\d|第[\d一二三四五六七八九十])$/)
          }
      }),
      {numRuns: 60},
    )
  })

  it('of one clause inserted among a thousand is one addition and one range', () => {
    const clauses = Array.from(
      {length: 1000},
      (_, index) => `第${index + 1}条 甲方应当在收到第${(index * 7919) % 1000}号通知后${index + 2}日内答复编号为${index * 31}的请求。`,
    )
    const text = (list: readonly string[]) =>
      `# 协议\n\n${list.map((clause, index) => clause.replace(/^第\d+条/, `第${index + 1}条`)).join('\n\n')}\n`
    const [before, after] = [
      text(clauses),
      text([...clauses.slice(0, 500), '第0条 双方另行约定本条所称的全部例外情形。', ...clauses.slice(500)]),
    ].map((source) => compile(source)[0]) as [CompiledAgreement, CompiledAgreement]
    const {changes, summary} = compareAgreements(before, after)
    expect(changes.map(({kind}) => kind)).toEqual(['added', 'renumbered'])
    expect(summary).toMatchObject({added: 1, renumbered: 500, modified: 0})
  })
})

/** What real histories change without changing a term. */
const NOISE: readonly (readonly [string, (source: string) => string])[] = [
  ['the width of list markers', (source) => source.replace(/^(\s*)[-*] +/gm, '$1*   ').replace(/^(\s*\d+\.) +/gm, '$1  ')],
  ['escapes', (source) => source.replace(/^(\d{1,3})\. (?=\S)/gm, '$1\\. ')],
  ['glyphs of bullets', (source) => source.replace(/^- /gm, '* ')],
  ['blank lines between clauses', (source) => source.replace(/\n\n/g, '\n\n\n\n')],
  ['blanks at line ends', (source) => source.replace(/(\S)\n\n/g, '$1   \n\n')],
  ['setext headings', (source) => source.replace(/^# (.+)$/gm, '$1\n===').replace(/^## (.+)$/gm, '$1\n---')],
  [
    'emphasis over a label',
    (source) =>
      source.replace(/^(\d+\.\d+(?:\.\d+)?) (\*\*[^*\n]+\*\*)/gm, (_, label: string, bold: string) => `**${label} ${bold.slice(2)}`),
  ],
  ['curly quotation marks', (source) => source.replace(/[“”]/g, '"')],
  ['width of brackets', (source) => source.replace(/（/g, '(').replace(/）/g, ')')],
  ['width of commas', (source) => source.replace(/，/g, ', ')],
  ['targets of links', (source) => source.replace(/\]\((?!#)[^)\s]+\)/g, '](https://example.com/elsewhere)')],
  ['line ends of Windows', (source) => source.replace(/\n/g, '\r\n')],
  ['zero-width characters', (source) => source.replace(/([\u4e00-\u9fff])([\u4e00-\u9fff]{3})/g, '$1\u200b$2')],
  ['a byte-order mark', (source) => `\ufeff${source}`],
  ['blanks between Han characters', (source) => source.replace(/^## (.*?)总则/gm, '## $1总 则')],
]

describe.each(NOISE)('changed in %s', (_, transform) => {
  it.each(agreementSources())('%s has no change of terms', (_name, source) => {
    const [before, after] = [compile(source)[0], compile(transform(source))[0]]
    if (!before || !after) throw new Error('no agreement')
    const diff = compareAgreements(before, after)
    expect(
      substantive(diff).map(({kind, aspects, from, to, segments}) => ({kind, aspects, from: from[0]?.path, to: to[0]?.path, segments})),
    ).toEqual([])
    expect(diff.summary).toMatchObject({added: 0, removed: 0, moved: 0, split: 0, merged: 0})
  })
})
