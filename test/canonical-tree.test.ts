import {createHash} from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {canonicalJson, canonicalTree, format} from '../src/compiler/index.ts'
import {parse} from '../src/compiler/parse/index.ts'
import {agreementSources, realSources} from './support/sources.ts'

describe('canonical JSON', () => {
  it('is the text that RFC 8785 gives for its sample', () => {
    const sample = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts keys by UTF-16 code units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    // Hebrew U+FB33 is excluded from composition, so that NFC takes it apart.
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u05d3\u05bc', '\u20ac', '\u{1f600}']
    const json = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))
    expect([...json.matchAll(/("(?:[^"\\]|\\.)*"):0/gu)].map(([, key = '']) => JSON.parse(key))).toEqual(sorted)
  })

  it('is that of the reference package for values in NFC', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(inNormalForm(value)))
      }),
    )
  })

  it('of every character, alone and between letters, is JSON of its normal form', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code)
      if (/[\ud800-\udfff]/u.test(character)) continue
      for (const text of [character, `e${character}가`]) {
        const json = JSON.stringify(text.normalize('NFC'))
        if (canonicalJson(text) !== json || canonicalJson({[text]: 0}) !== `{${json}:0}`) expect.fail(`U+${code.toString(16)}`)
      }
    }
  })

  it('sorts few keys and many', () => {
    const keys = Array.from({length: 70}, (_, index) => `key${(index * 37) % 70}`)
    for (let count = 0; count <= keys.length; count += 1) {
      const some = keys.slice(0, count)
      expect(canonicalJson(Object.fromEntries(some.map((key) => [key, 0])))).toBe(`{${some.sort().map((key) => `"${key}":0`)}}`)
    }
  })

  it('does not depend on the order of keys, on composition or on fields that are undefined', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson({...reversed, absent: undefined})).toBe(canonicalJson(value))
      }),
    )
    expect(canonicalJson('e\u0301')).toBe(canonicalJson('\u00e9'))
  })
})

function inNormalForm(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, field) => (typeof field === 'string' ? field.normalize('NFC') : field))
}

describe('the canonical tree', () => {
  it.each([...agreementSources(), ...realSources()])('of %s does not depend on how its Markdown is laid out', (_, source) => {
    expect(treesOf(format(source))).toEqual(treesOf(source))
  })

  it('tells apart words, marks, labels and languages, but no places', () => {
    const base = '# 协议\n\n一、总则\n\n1. **甲方**承诺。\n'
    const same = ['\n\n# 协议\n\n一、总则\n\n1.   **甲方**承诺。', '# 协议\n\n<!-- 备注 -->\n\n一、总则\n\n1. **甲方**承诺。\n']
    const others = [base.replace('甲', '乙'), base.replaceAll('**', ''), base.replace('1.', '2.'), base.replace('# 协议', '## 协议')]
    for (const text of same) expect(treesOf(text)).toEqual(treesOf(base))
    expect(new Set([base, ...others].map((text) => treesOf(text).join())).size).toBe(others.length + 1)
    expect(treesOf(base, 'zh-CN')).not.toEqual(treesOf(base, 'zh-TW'))
  })

  it('is a promise: this text has this hash for ever', () => {
    const text =
      '---\ntitle: 试验\n---\n\n# 试验协议\n\n一、总则\n\n1. **甲方**见[附件](https://a.example)。\n\n| 项 | 值 |\n|---|--:|\n| 甲 | 1 |\n'
    const [tree = ''] = treesOf(text, 'zh-CN')
    expect(createHash('sha256').update(tree).digest('hex')).toMatchInlineSnapshot(
      `"424af3a57f667ca8ba2885ae6ec5f70d1adcfb4a2567a7c801ec54bb3dabea8c"`,
    )
  })
})

function treesOf(source: string, locale = 'zh-CN'): string[] {
  return parse(source, {locale}).agreements.map(({agreement}) => canonicalTree(agreement))
}
