/**
 * Content stream of a page, with everything that is painted outside tagged content wrapped as artifact: margin boxes, rules, backgrounds
 * (ISO 14289-1, 7.1). Works on what Skia writes: one operator at the end of a line, strings without raw line ends.
 *
 * @param dropped marked-content ids whose content becomes an artifact too
 */
export function markArtifacts(content: string, dropped: ReadonlySet<number> = new Set()): string {
  let marked = ''
  let from = 0
  let outside = 0
  const nesting: boolean[] = []
  let depth = 0
  for (const {0: operator, index} of content.matchAll(MARKS)) {
    const end = index + operator.length
    if (operator === 'EMC\n') {
      if (nesting.pop() && --depth === 0) outside = end
      continue
    }
    const start = content.lastIndexOf('\n', index) + 1
    const id = /\/MCID (\d+)/.exec(content.slice(start, end))?.[1]
    const isTagged = id !== undefined
    nesting.push(isTagged)
    if (!isTagged) continue
    if (depth === 0) {
      marked += content.slice(from, outside) + wrapPainted(content.slice(outside, start))
      from = start
      if (dropped.has(Number(id))) {
        marked += '/Artifact BMC\n'
        from = end
      }
    }
    depth += 1
  }
  return marked + content.slice(from, outside) + wrapPainted(content.slice(outside))
}

/** The operators that open and close marked content; the look-behind keeps `EMC` within a longer word out. */
const MARKS = /(?:(?<=[ >])(?:BDC|BMC)|(?<=\n)EMC)\n/g

/** Wraps each object that paints: a text object, a path with its painting, an image or a shading. */
function wrapPainted(content: string): string {
  if (!PAINTS.test(content)) return content
  const lines = content.split('\n')
  const out: string[] = []
  let objectStart: number | undefined
  let isText = false
  for (const line of lines) {
    const operator = line.slice(line.lastIndexOf(' ') + 1)
    if (operator === 'BT') {
      isText = true
      objectStart = out.length
    } else if (!isText && objectStart === undefined && PATH_STARTS.has(operator)) objectStart = out.length
    out.push(line)
    if (operator === 'ET' || (!isText && PAINTERS.has(operator))) {
      out.splice(objectStart ?? out.length - 1, 0, '/Artifact BMC')
      out.push('EMC')
      objectStart = undefined
      isText = false
    } else if (!isText && operator === 'n') objectStart = undefined
  }
  return out.join('\n')
}

const PATH_STARTS: ReadonlySet<string> = new Set(['m', 're'])
const PAINTERS: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh'])
const PAINTS = /(?:^|[\n ])(?:ET|[fF]\*?|[sS]|[bB]\*?|Do|sh)(?:\n|$)/
