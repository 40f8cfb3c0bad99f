import type {OutlineNode} from './outline-node.ts'

/** Addresses from labels and positions; see docs/clause-tree.md. */
export function assignPaths(root: OutlineNode, colophon: readonly OutlineNode[]): ReadonlyMap<OutlineNode, string> {
  const paths = new Map<OutlineNode, string>()
  const taken = new Set<string>()
  let sections = 0
  let preamble = 0
  for (const node of root.children) {
    if (node.kind === 'preamble' || ((node.kind === 'paragraph' || node.kind === 'table') && !node.label)) {
      preamble += 1
      claim(node, `0.p${preamble}`)
    } else {
      if (node.kind === 'section' || node.kind === 'part') sections += 1
      claim(node, name(node, undefined) ?? `${node.kind === 'section' || node.kind === 'part' ? sections : `0.${preamble + 1}`}`)
    }
    below(node)
  }
  colophon.forEach((node, index) => {
    claim(node, `colophon.p${index + 1}`)
    below(node)
  })
  return paths

  function below(parent: OutlineNode): void {
    const prefix = paths.get(parent) ?? ''
    let paragraphs = 0
    let ordinals = 0
    for (const node of parent.children) {
      if (node.kind === 'paragraph' || node.kind === 'table') {
        paragraphs += 1
        claim(node, `${prefix}.p${paragraphs}`)
      } else {
        const own = name(node, parent)
        if (own === undefined) ordinals += 1
        claim(node, `${prefix}.${own ?? ordinals}`)
      }
      below(node)
    }
  }

  /** A second clause with the same number gets `~2`, so that paths stay unique. */
  function claim(node: OutlineNode, wanted: string): void {
    let path = wanted
    for (let count = 2; taken.has(path); count += 1) path = `${wanted}~${count}`
    taken.add(path)
    paths.set(node, path)
  }
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
