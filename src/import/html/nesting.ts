/**
 * How deep the elements of a page are nested at most, told from its tags alone: readers of trees go down by recursion, so this must be known
 * before there is a tree. Elements that their neighbours close, such as `p` and `li`, do not count; they nest only inside those that do.
 */
export function nestingOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (CLOSED_BY_NEIGHBOURS.test(name)) continue
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

/** Elements without an end tag, by need or by leave (HTML standard, 13.1.2). */
const CLOSED_BY_NEIGHBOURS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|colgroup|caption|option|optgroup|rp|rt|html|head|body)$/i
