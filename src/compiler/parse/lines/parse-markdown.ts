import type {Root} from 'mdast'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'

/**
 * Text → mdast by remark, as agreements are written: bold next to Chinese punctuation works, tables, footnotes and strikethrough are known,
 * bare addresses are no links (that rule swallows `）。`), indentation makes no code and HTML never spans blocks.
 */
export function parseMarkdown(source: string): Root {
  return processor.parse(source)
}

const processor = unified()
  .use(remarkParse)
  .use(remarkAgreementSyntax)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough)
  .use(remarkFrontmatter, ['yaml'])
  .freeze()

function remarkAgreementSyntax(this: Processor): undefined {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(gfmTable(), gfmFootnote(), gfmStrikethrough({singleTilde: false}), {
    disable: {null: ['codeIndented', 'htmlFlow']},
  })
  data.fromMarkdownExtensions.push([gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()])
}
