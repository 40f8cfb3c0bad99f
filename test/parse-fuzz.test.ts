import {it} from 'vitest'
import {parse} from '../src/compiler/parse/index.ts'
import {expectNothingLost} from './support/parse-laws.ts'
import {agreementSources, fixtureSources, realSources} from './support/sources.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const SEED = Number(process.env.FUZZ_SEED ?? 1)

/** Containers nested deeper than anyone writes are read as text, which the oracle does not know. */
const DEEP = /(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*){20}/

it(`${RUNS} mutated agreements parse without loss and in time`, {timeout: 60_000 + RUNS * 200}, () => {
  const texts = [...fixtureSources('parse'), ...agreementSources(), ...realSources()].map(([, text]) => text)
  const random = randomFrom(SEED)
  for (let run = 0; run < RUNS; run += 1) {
    const text = mutated(texts, random)
    try {
      parse(text)
      if (!DEEP.test(text)) expectNothingLost(text)
    } catch (error) {
      throw new Error(`run ${run}, seed ${SEED}: ${JSON.stringify(text).slice(0, 4000)}`, {cause: error})
    }
  }
})

function mutated(texts: readonly string[], random: (below: number) => number): string {
  const pick = () => texts[random(texts.length)] ?? ''
  let text = pick()
  for (let edits = 1 + random(12); edits > 0; edits -= 1) {
    const at = random(text.length + 1)
    const end = Math.min(text.length, at + random(200))
    const other = pick()
    const from = random(other.length + 1)
    switch (random(6)) {
      case 0:
        text = text.slice(0, at) + text.slice(end)
        break
      case 1:
        text = text.slice(0, end) + text.slice(at)
        break
      case 2:
        text = text.slice(0, at) + other.slice(from, from + random(300)) + text.slice(at)
        break
      case 3:
        text = text.slice(0, at) + (TOKENS[random(TOKENS.length)] ?? '') + text.slice(end)
        break
      case 4:
        text = swapLines(text, random)
        break
      case 5:
        text = text.slice(0, at) + (TOKENS[random(TOKENS.length)] ?? '').repeat(1 + random(20)) + text.slice(at)
    }
  }
  return text.slice(0, 60_000)
}

function swapLines(text: string, random: (below: number) => number): string {
  const lines = text.split('\n')
  const a = random(lines.length)
  const b = random(lines.length)
  const line = lines[a] ?? ''
  lines[a] = lines[b] ?? ''
  lines[b] = line
  return lines.join('\n')
}

/** Numbers from 0, the same for one seed everywhere. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const TOKENS = [
  ...['\n', '\n\n', '  \n', '\r\n', '\r', ' ', '\t', '\u3000', '\u2028', '\u200b', '\ufeff', '\u0000', '\ud800', '\udc00'],
  ...['**', '*', '__', '_', '`', '~~', '[', '](', '![', '<u>', '</u>', '<', '>', '<!--', '-->', '&amp;', '\\\\', '|', '{{', '}}'],
  ...['# ', '- ', '1. ', '> ', '---\n', '===\n', '```\n', '[^1]: ', '[a]: b\n', '    '],
  ...['一、', '第一条', '（一）', '1.1 ', '(a)', '(i)', 'i.', '①', '§ 1', '• '],
]
