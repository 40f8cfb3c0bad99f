import type {List, ListItem, Parents, RootContent} from 'mdast'
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import type {Info, State} from 'mdast-util-to-markdown'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkStringify from 'remark-stringify'
import {type Processor, unified} from 'unified'

declare module 'mdast' {
  interface ListItemData {
    /** Marker of the item as it shall be written. */
    marker?: string
  }
}

/** mdast blocks → Markdown by remark-stringify; list items keep the markers that they are given. */
export function stringifyMarkdown(blocks: readonly RootContent[]): string {
  return blocks.length === 0 ? '' : processor.stringify({type: 'root', children: [...blocks]})
}

const processor = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fence: '`',
    fences: true,
    listItemIndent: 'one',
    handlers: {list, listItem},
    join: [parted],
  })
  .use(remarkTableStringify)
  .use(remarkCjkFriendly)
  .freeze()

function remarkTableStringify(this: Processor): undefined {
  const data = this.data()
  data.toMarkdownExtensions ??= []
  data.toMarkdownExtensions.push(gfmTableToMarkdown({tablePipeAlign: false}), gfmStrikethroughToMarkdown())
}

function list(node: List, _parent: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter('list')
  const value = state.containerFlow(node, info)
  exit()
  return value
}

function listItem(node: ListItem, _parent: Parents | undefined, state: State, info: Info): string {
  const marker = node.data?.marker ?? '-'
  const tracker = state.createTracker(info)
  const width = marker.length + 1
  tracker.move(`${marker} `)
  tracker.shift(width)
  const exit = state.enter('listItem')
  const text = state.indentLines(state.containerFlow(node, tracker.current()), (line, index, isBlank) =>
    index === 0 ? (isBlank ? marker : `${marker} ${line}`) : isBlank ? line : ' '.repeat(width) + line,
  )
  exit()
  return text === '' ? marker : text
}

/** A blank line between all blocks; none between the items of a list of short bullets. */
function parted(
  _left: unknown,
  right: {readonly type: string},
  parent: {readonly type: string; readonly spread?: boolean | null | undefined},
): number {
  return right.type === 'listItem' && parent.type === 'list' && parent.spread === false ? 0 : 1
}
