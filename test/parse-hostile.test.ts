import {expect, it} from 'vitest'
import {flattenClauses} from '../src/compiler/clause-tree/index.ts'
import {parse} from '../src/compiler/parse/index.ts'

/** Characters of each source; `HOSTILE_SIZE=1000000` is the measurement of docs/clause-tree.md. */
const SIZE = Number(process.env.HOSTILE_SIZE ?? 20_000)

/** Milliseconds after which a text hangs: a hundred times what linear time needs. */
const HANGS = 30_000 + SIZE

const UNITS = [
  ...['*', '[', '>', '（', '- ', '1. ', '(a)', '[a](', '<u>', '|', '`', '\n1.', '1.\n', '<u>**', '*a ', '**a*', '_a', '~~a', '&amp;', '\\'],
  ...['\u200b', 'a\u200b', ' ', '\n', '\u2028', '\r', '<!-- a -->', '<!--', '{{', '> a\n', '(a)(1)(i)', '# T协议\n', '## 1. T协议\n\n'],
  ...[
    '**一、a**\n\n',
    'a\tb\n',
    'a：\n\n',
    'a:\n\nb;\n\n',
    '第一条 x\n\n',
    '[^1]: a\n\n',
    '[a]: b\n',
    '| a |\n| - |\n',
    '1. (a) x\n',
    'a\n-\n',
    'a  \n',
  ],
  ...['(a) x\n\n', '1\\. x\n\n(a) y\n\n', '\n（一）', '①', '第', '一', 'i) ', '§ 1 ', '2.1 ', '\n1.1 x'],
]

it.each(UNITS.map((unit) => [JSON.stringify(unit), unit]))('%s without end does not hang', {timeout: HANGS}, (_, unit) => {
  expectWhole(unit.repeat(Math.ceil(SIZE / unit.length)))
})

it('as many numbers in a row', {timeout: HANGS}, () => {
  expectWhole(Array.from({length: SIZE / 10}, (_, index) => `${index + 1}. x`).join('\n'))
  expectWhole(Array.from({length: SIZE / 10}, (_, index) => `(${index + 1}) x`).join('\n\n'))
  expectWhole(Array.from({length: SIZE / 10}, (_, index) => `1.${index + 1} x`).join('  \n'))
})

function expectWhole(source: string): void {
  const {agreements} = parse(source)
  expect(agreements.length).toBeGreaterThan(0)
  for (const {agreement} of agreements) expect(flattenClauses(agreement).every(({path}) => path !== '')).toBe(true)
}
