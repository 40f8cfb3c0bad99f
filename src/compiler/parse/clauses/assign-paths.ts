import type {OutlineNode} from '../outline/outline-node.ts'

/** Addresses from labels and positions; see docs/clause-tree.md. */
export function assignPaths(root: OutlineNode, colophon: readonly OutlineNode[]): ReadonlyMap<OutlineNode, string> {
  const paths = new Map<OutlineNode, string>()
  const taken = new Map<string, number>()
  top()
  colophon.forEach((node, index) => {
    claim(node, `colophon.p${index + 1}`)
    below(node)
  })
  return paths

  function top(): void {
    let divisions = 0
    let preamble = 0
    const unnumbered: (() => void)[] = []
    for (const node of root.children) {
      const isDivision = node.kind === 'section' || node.kind === 'part'
      if (isDivision) divisions += 1
      const own = name(node, undefined)
      if (node.kind === 'preamble' || isText(node)) {
        preamble += 1
        claim(node, `0.p${preamble}`)
      } else if (own !== undefined) claim(node, own)
      else {
        const wanted = isDivision ? `${divisions}` : `0.${preamble + 1}`
        unnumbered.push(() => claim(node, wanted))
      }
    }
    for (const claimOrdinal of unnumbered) claimOrdinal()
    for (const node of root.children) below(node)
  }

  function below(parent: OutlineNode): void {
    const prefix = paths.get(parent) ?? ''
    let paragraphs = 0
    let ordinals = 0
    const unnumbered: (() => void)[] = []
    for (const node of parent.children) {
      const own = isText(node) ? undefined : name(node, parent)
      if (isText(node)) {
        paragraphs += 1
        claim(node, `${prefix}.p${paragraphs}`)
      } else if (own !== undefined) claim(node, `${prefix}.${own}`)
      else {
        ordinals += 1
        const wanted = `${prefix}.${ordinals}`
        unnumbered.push(() => claim(node, wanted))
      }
    }
    for (const claimOrdinal of unnumbered) claimOrdinal()
    for (const node of parent.children) below(node)
  }

  /** A second clause with the same number gets `~2`, so that paths stay unique; numbers go before ordinals. */
  function claim(node: OutlineNode, wanted: string): void {
    const count = (taken.get(wanted) ?? 0) + 1
    taken.set(wanted, count)
    paths.set(node, count === 1 ? wanted : `${wanted}~${count}`)
  }
}

function isText(node: OutlineNode): boolean {
  return (node.kind === 'paragraph' || node.kind === 'table') && !node.label
}

/** What a label adds to the path: its value, without the numbers that it repeats from the labels above it. */
function name(node: OutlineNode, parent: OutlineNode | undefined): string | undefined {
  const candidate = node.label?.candidate
  if (!candidate || candidate.names.length === 0) return undefined
  for (let above = parent; above; above = above.parent) {
    const number = above.number
    if (!number || number.length >= candidate.names.length) continue
    if (number.every((part, index) => candidate.names[index] === part)) return candidate.names.slice(number.length).join('.')
  }
  return candidate.names.join('.')
}
