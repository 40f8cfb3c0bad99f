// Where the time of compiling goes: the Markdown parse by remark, then our own stages.

import {parseMarkdown} from '../../lib/compiler/parse/parse-markdown.js'
import {compile, format} from '../../lib/index.js'
import {interleave, report} from './measure.mjs'
import {allTexts} from './sources.mjs'

export async function run({isShort}) {
  const texts = allTexts()
  console.log(`  ${texts.length} texts, ${(texts.join('').length / 1000).toFixed(0)} K characters`)
  const each = (work) => () => texts.forEach(work)
  report(
    await interleave(
      {
        'Markdown parse alone (remark)': each((text) => parseMarkdown(text)),
        'compile: parse, outline, analysis': each((text) => compile(text)),
        format: each((text) => format(text)),
      },
      isShort ? 7 : 21,
    ),
  )
}
