import type {Agreement, Clause, Span} from '../../src/compiler/clause-tree/index.ts'
import {bodySpans, headingText, ownText} from '../../src/compiler/clause-tree/index.ts'

/** A source of chance that gives the same numbers for the same seed. */
export type Chance = (below: number) => number

/** Mulberry32 (Tommy Ettinger). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** A clause that can be changed. */
export interface Node {
  readonly id: number
  clause: Clause
  children: Node[]
  parent: Node | undefined
}

/** A clause among its siblings. */
export interface PlaceOfNode {
  readonly parent: number
  readonly index: number
}

/** What was done, in ids of nodes. */
export interface Mutation {
  readonly operation: Operation
  /** Ids in the old version. */
  readonly from: readonly number[]
  /** Ids in the new version. */
  readonly to: readonly number[]
  /** Characters that truly changed, for edits of words. */
  readonly changed?: number
}

/** Names of what can be done to a clause. */
export const OPERATIONS = [
  'edit',
  'number',
  'bold',
  'retitle',
  'insert',
  'delete',
  'move-clause',
  'move-section',
  'split',
  'merge',
  'rewrite',
  'move-and-edit',
  'near-duplicate',
  'replace',
  'swap',
] as const
/** One of them. */
export type Operation = (typeof OPERATIONS)[number]

/** A version that is changed step by step, with the truth of what was done. */
export class Mutant {
  readonly mutations: Mutation[] = []
  readonly #agreement: Agreement
  readonly #roots: Node[]
  readonly #chance: Chance
  readonly #strange: readonly string[]
  readonly #touched = new Set<number>()
  #next = 0

  /** `strange` holds sentences of other texts, for what is inserted. */
  constructor(agreement: Agreement, strange: readonly string[], random: Chance) {
    this.#agreement = agreement
    this.#chance = random
    this.#strange = strange
    this.#roots = agreement.clauses.map((clause) => this.#node(clause, undefined))
  }

  /** Ids by path of the version as it is now. */
  ids(): Map<string, number> {
    return new Map(this.all().map(({clause, id}) => [clause.path, id]))
  }

  /** Where each clause stands among its siblings. */
  places(): Map<number, PlaceOfNode> {
    const places = new Map<number, PlaceOfNode>()
    const visit = (siblings: readonly Node[], parent: number) =>
      siblings.forEach((node, index) => {
        places.set(node.id, {parent, index})
        visit(node.children, node.id)
      })
    visit(this.#roots, -1)
    return places
  }

  /** All nodes in reading order. */
  all(nodes: readonly Node[] = this.#roots): Node[] {
    return nodes.flatMap((node) => [node, ...this.all(node.children)])
  }

  /** The version as it is now, its labels and paths counted anew. */
  agreement(): Agreement {
    this.#renumber(this.#roots, undefined)
    return {...this.#agreement, clauses: this.#roots.map(toClause)}
  }

  /** Does one thing to a clause that nothing was done to; `false` where no clause is fit for it. */
  apply(operation: Operation): boolean {
    for (let attempt = 0; attempt < 60; attempt += 1) if (this.#attempt(operation)) return true
    return false
  }

  #attempt(operation: Operation): boolean {
    const nodes = this.all()
    const node = nodes[this.#chance(nodes.length)]
    if (!node || this.#touched.has(node.id)) return false
    const text = ownText(node.clause)
    const isText = node.clause.body?.type === 'paragraph' && [...text].length >= 24 && node.clause.heading?.style !== 'heading'
    const siblings = node.parent?.children ?? this.#roots
    const isLeaf = node.children.length === 0
    const isLabelled = node.clause.label !== undefined && node.clause.label.style !== 'bullet'
    switch (operation) {
      case 'edit':
        return isText && this.#edit(node, operation, 1 + this.#chance(2))
      case 'rewrite':
        return isText && [...text].length >= 40 && this.#rewrite(node)
      case 'number': {
        const match = /\d+(?:\.\d+)?/.exec(text)
        if (!isText || !match) return false
        const value = String(Number(match[0]) + 1 + this.#chance(8))
        return this.#setText(
          node,
          text.slice(0, match.index) + value + text.slice(match.index + match[0].length),
          operation,
          match[0].length + value.length,
        )
      }
      case 'bold':
        return isText && this.#bold(node)
      case 'retitle': {
        const title = headingText(node.clause.heading)
        if (node.clause.heading?.style !== 'heading' || node.clause.body || title.length < 2 || node.children.length === 0) return false
        const position = node.clause.heading.position
        node.clause = {...node.clause, heading: {...node.clause.heading, spans: [{value: this.#words(3), marks: [], position}]}}
        return this.#done(operation, [node], [node])
      }
      case 'insert':
      case 'near-duplicate': {
        if (!isText || !isLeaf || !isLabelled || siblings.length < 2) return false
        const words = operation === 'insert' ? this.#sentence() : this.#exchange(text, 0.12)
        if (words === undefined || words === text) return false
        const added = this.#node(withText(node.clause, words), node.parent)
        siblings.splice(siblings.indexOf(node) + 1, 0, added)
        this.#touched.add(node.id)
        return this.#done(operation, [], [added])
      }
      case 'delete':
        if (!isText || !isLeaf || !isLabelled || siblings.length < 3) return false
        siblings.splice(siblings.indexOf(node), 1)
        return this.#done(operation, [node], [])
      case 'replace': {
        if (!isText || !isLeaf) return false
        const fresh = this.#node(withText(node.clause, this.#sentence()), node.parent)
        siblings.splice(siblings.indexOf(node), 1, fresh)
        return this.#done(operation, [node], [fresh])
      }
      case 'move-clause':
      case 'move-and-edit':
        return isText && isLeaf && isLabelled && [...text].length >= 30 && this.#move(node, siblings, operation)
      case 'move-section': {
        if (node.clause.kind !== 'section' || node.children.length < 2 || !isLabelled || siblings.length < 5) return false
        const from = siblings.indexOf(node)
        const to = this.#chance(siblings.length)
        const other = siblings[to]
        if (other?.clause.kind !== 'section' || Math.abs(to - from) < 2 || this.all([node]).some(({id}) => this.#touched.has(id)))
          return false
        const crossed = siblings.slice(Math.min(from, to), Math.max(from, to) + 1).filter((sibling) => sibling !== node)
        if (crossed.length < 2) return false
        siblings.splice(from, 1)
        siblings.splice(to, 0, node)
        for (const {id} of this.all([node])) this.#touched.add(id)
        return this.#done(operation, [node], [node])
      }
      case 'split': {
        const places = [...text.matchAll(/[。；](?=.)|\. (?=[A-Z])/g)].map(({index, 0: sign}) => index + sign.length)
        const place = places[this.#chance(places.length)]
        if (!isText || !isLeaf || !isLabelled || place === undefined || place < 5 || text.length - place < 5) return false
        const second = this.#node(withText(node.clause, text.slice(place).trim()), node.parent)
        node.clause = withText(node.clause, text.slice(0, place).trim())
        siblings.splice(siblings.indexOf(node) + 1, 0, second)
        return this.#done(operation, [node], [node, second])
      }
      case 'merge': {
        const next = siblings[siblings.indexOf(node) + 1]
        const more = next && next.clause.body?.type === 'paragraph' ? ownText(next.clause) : ''
        if (!isText || !next || !isLeaf || !isLabelled || next.children.length > 0 || more.length < 5 || this.#touched.has(next.id))
          return false
        if (next.clause.label?.style !== node.clause.label?.style) return false
        node.clause = withText(node.clause, text + (/[a-z.]$/.test(text) ? ' ' : '') + more)
        siblings.splice(siblings.indexOf(next), 1)
        this.#touched.add(next.id)
        return this.#done(operation, [node, next], [node])
      }
      case 'swap': {
        const next = siblings[siblings.indexOf(node) + 1]
        if (!isText || !next || !isLeaf || !isLabelled || next.children.length > 0 || this.#touched.has(next.id)) return false
        const more = ownText(next.clause)
        const [a, b] = [[...text].length, [...more].length]
        if (next.clause.label?.style !== node.clause.label?.style || Math.min(a, b) < 24 || Math.max(a, b) < 1.3 * Math.min(a, b))
          return false
        const at = siblings.indexOf(node)
        siblings.splice(at, 2, next, node)
        this.#touched.add(next.id)
        this.#touched.add(node.id)
        const lighter = a < b ? node : next
        return this.#done(operation, [lighter], [lighter])
      }
    }
  }

  #move(node: Node, siblings: Node[], operation: Operation): boolean {
    const isSame = this.#chance(2) === 0
    const target = isSame
      ? siblings
      : (this.all().filter(({clause, children}) => clause.kind === 'section' && children.length > 2)[this.#chance(6)]?.children ?? siblings)
    const place = this.#chance(target.length)
    const like = target[place]
    if (!like || like.clause.label?.style !== node.clause.label?.style || like.children.length > 0) return false
    const from = siblings.indexOf(node)
    if (target === siblings) {
      const crossed = siblings.slice(Math.min(from, place), Math.max(from, place) + 1).filter((sibling) => sibling !== node)
      if (crossed.length < 2) return false
    }
    if (operation === 'move-and-edit') {
      const words = this.#exchange(ownText(node.clause), 0.12)
      if (words === undefined || words === ownText(node.clause)) return false
      node.clause = withText(node.clause, words)
    }
    siblings.splice(from, 1)
    target.splice(place, 0, node)
    node.parent = like.parent
    return this.#done(operation, [node], [node])
  }

  #edit(node: Node, operation: Operation, count: number): boolean {
    const text = ownText(node.clause)
    const words = wordsOf(text)
    let changed = 0
    let edited = text
    for (let step = 0; step < count; step += 1) {
      const word = words[this.#chance(words.length)]
      const fresh = this.#words(1)
      if (!word || fresh === word || edited.split(word).length !== 2) continue
      edited = edited.replace(word, fresh)
      changed += word.length + fresh.length
    }
    return changed > 0 && this.#setText(node, edited, operation, changed)
  }

  #rewrite(node: Node): boolean {
    const words = this.#exchange(ownText(node.clause), 0.35 + this.#chance(25) / 100)
    return words !== undefined && this.#setText(node, words, 'rewrite')
  }

  /** Exchanges a share of the words for strange ones. */
  #exchange(text: string, share: number): string | undefined {
    const words = wordsOf(text)
    if (words.length < 6) return undefined
    return text.replace(WORD, (word) => (this.#chance(100) < share * 100 ? this.#words(1) : word))
  }

  #bold(node: Node): boolean {
    const {body} = node.clause
    if (body?.type !== 'paragraph') return false
    const isBold = body.spans.some(({marks}) => marks.includes('bold') || marks.includes('underline'))
    const spans = body.spans.map((span): Span => ({...span, marks: isBold ? [] : ['bold']}))
    node.clause = {...node.clause, body: {...body, spans}}
    return this.#done('bold', [node], [node])
  }

  #setText(node: Node, text: string, operation: Operation, changed?: number): boolean {
    node.clause = withText(node.clause, text)
    return this.#done(operation, [node], [node], changed)
  }

  #done(operation: Operation, from: readonly Node[], to: readonly Node[], changed?: number): boolean {
    for (const {id} of [...from, ...to]) this.#touched.add(id)
    this.mutations.push({operation, from: from.map(({id}) => id), to: to.map(({id}) => id), ...(changed === undefined ? {} : {changed})})
    return true
  }

  #node(clause: Clause, parent: Node | undefined): Node {
    const node: Node = {id: this.#next, clause, children: [], parent}
    this.#next += 1
    node.children = clause.children.map((child) => this.#node(child, node))
    return node
  }

  #sentence(): string {
    return Array.from({length: 2}, () => this.#strange[this.#chance(this.#strange.length)] ?? '').join('')
  }

  #words(count: number): string {
    const words = wordsOf(this.#sentence())
    const from = this.#chance(Math.max(1, words.length - count))
    const picked = words.slice(from, from + count)
    return picked.join(/[a-z]$/i.test(picked[0] ?? '') ? ' ' : '') || '另议'
  }

  /** Counts labels and paths anew, list by list. */
  #renumber(siblings: readonly Node[], parent: Node | undefined): void {
    const counts = new Map<string, number>()
    const taken = new Set<string>()
    for (const node of siblings) {
      const {label, path} = node.clause
      const own = path.split('.').at(-1) ?? path
      let name = own
      if (label && label.style !== 'bullet') {
        const first = counts.has(label.style) ? (counts.get(label.style) ?? 0) + 1 : firstValue(siblings, label.style)
        counts.set(label.style, first)
        const outer =
          label.values.length > 1 ? [...(parent?.clause.label?.values ?? []), ...label.values].slice(-label.values.length, -1) : []
        const prefix = label.values.length > 1 && parent?.clause.label ? prefixOf(parent, label.values.length - 1) : outer
        const text = relabel(label.text, label.values, [...prefix, first])
        node.clause = {...node.clause, label: {...label, text, values: [...prefix, first]}}
        name = /^[a-z]$/.test(own) ? String.fromCharCode(96 + first) : /^\d+$/.test(own) ? String(first) : own
      } else if (/^p\d+$/.test(own) || label) {
        const letter = own.charAt(0)
        const count = (counts.get(letter) ?? 0) + 1
        counts.set(letter, count)
        name = own.replace(/\d+/, String(count))
      }
      let unique = name
      for (let copy = 2; taken.has(unique); copy += 1) unique = `${name}~${copy}`
      taken.add(unique)
      const outerPath = parent ? parent.clause.path : path.split('.').slice(0, -1).join('.')
      node.clause = {...node.clause, path: outerPath === '' ? unique : `${outerPath}.${unique}`}
      this.#renumber(node.children, node)
    }
  }
}

function prefixOf(parent: Node, length: number): number[] {
  const values: number[] = []
  for (let node: Node | undefined = parent; node && values.length < length; node = node.parent)
    values.unshift(...(node.clause.label?.values ?? []).slice(-(length - values.length)))
  return values.slice(-length)
}

const firsts = new WeakMap<readonly Node[], Map<string, number>>()

/** The number that a list began with before it was changed. */
function firstValue(siblings: readonly Node[], style: string): number {
  const known = firsts.get(siblings) ?? new Map<string, number>()
  firsts.set(siblings, known)
  const value =
    known.get(style) ??
    Math.min(...siblings.filter(({clause}) => clause.label?.style === style).map(({clause}) => clause.label?.values.at(-1) ?? 1))
  known.set(style, value)
  return value
}

function relabel(text: string, old: readonly number[], now: readonly number[]): string {
  if (old.length > 1) return text.replace(/\d+(?:\.\d+)+/, now.join('.'))
  const value = now.at(-1) ?? 1
  if (/\d/.test(text)) return text.replace(/\d+/, String(value))
  if (/[一二三四五六七八九十百]/.test(text)) return text.replace(/[一二三四五六七八九十百零]+/, han(value))
  return text.replace(/[a-z]/, String.fromCharCode(96 + value))
}

function han(value: number): string {
  const digits = '零一二三四五六七八九'
  if (value < 10) return digits[value] ?? ''
  if (value < 20) return `十${value % 10 ? digits[value % 10] : ''}`
  if (value < 100) return `${digits[Math.floor(value / 10)]}十${value % 10 ? digits[value % 10] : ''}`
  return `${digits[Math.floor(value / 100)]}百${value % 100 === 0 ? '' : value % 100 < 10 ? `零${digits[value % 100]}` : (value % 100 < 20 ? '一' : '') + han(value % 100)}`
}

function toClause(node: Node): Clause {
  return {...node.clause, children: node.children.map(toClause)}
}

function withText(clause: Clause, text: string): Clause {
  const position = clause.body?.type === 'paragraph' ? (clause.body.spans[0]?.position ?? clause.position) : clause.position
  const marks = bodySpans(clause.body)[0]?.every(({marks: all}) => all.includes('bold')) ? (['bold'] as const) : []
  const {heading, ...rest} = clause
  return {
    ...rest,
    ...(heading?.style === 'heading' ? {heading} : {}),
    body: {type: 'paragraph', spans: [{value: text, marks, position}]},
    children: [],
  }
}

const WORD = /[\p{Script=Latin}]{3,}|[\p{Script=Han}]{2}/gu

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}
