// Where the time of compiling goes: the Markdown parse by remark, then our own stages.

import {analyze} from '../../lib/compiler/analyze/index.js'
import {lint} from '../../lib/compiler/lint/index.js'
import {parse} from '../../lib/compiler/parse/index.js'
import {parseMarkdown} from '../../lib/compiler/parse/lines/parse-markdown.js'
import {format} from '../../lib/index.js'
import {interleave, report} from './measure.mjs'
import {allTexts} from './sources.mjs'

export async function run({isShort}) {
  const texts = allTexts()
  console.log(`  ${texts.length} texts, ${(texts.join('').length / 1000).toFixed(0)} K characters`)
  const parsed = texts.flatMap((source) => parse(source).agreements.map(({agreement}) => ({source, agreement, facts: analyze(agreement)})))
  const each = (items, work) => () => items.forEach(work)
  report(
    await interleave(
      {
        'Markdown parse alone (remark)': each(texts, (text) => parseMarkdown(text)),
        'parse to clause trees': each(texts, (text) => parse(text)),
        analyze: each(parsed, ({agreement}) => analyze(agreement)),
        lint: each(parsed, ({agreement, facts, source}) => lint(agreement, facts, {source})),
        format: each(texts, (text) => format(text)),
      },
      isShort ? 15 : 21,
    ),
  )
}
