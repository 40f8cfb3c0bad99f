import type {Element, ElementContent} from 'hast'

/** Siblings of the same mark that touch become one: Markdown cannot tell `**a****b**` from stars of the text. */
export function mergeMarks(children: readonly ElementContent[]): ElementContent[] {
  const merged: ElementContent[] = []
  for (const child of children) {
    const last = merged.at(-1)
    const [mark, before] = [markOf(child), last && markOf(last)]
    if (mark !== undefined && mark === before)
      merged[merged.length - 1] = {
        ...(last as Element),
        children: mergeMarks([...(last as Element).children, ...(child as Element).children]),
      }
    else merged.push(child)
  }
  return merged
}

function markOf(node: ElementContent): string | undefined {
  return node.type === 'element' ? MARKS.get(node.tagName) : undefined
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['strong', 'bold'],
  ['b', 'bold'],
  ['em', 'italic'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['del', 'strike'],
])
