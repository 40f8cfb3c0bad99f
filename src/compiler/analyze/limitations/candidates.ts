import type {Sentence} from '../sentences.ts'
import {limitationRules} from './kinds/index.ts'
import type {LimitationRule} from './limitation-rule.ts'
import {requiredWords, type WordSet} from './required-words.ts'

/**
 * The rules worth a search in a sentence, in the order of the tables: those whose required words the sentence holds.
 * Read off the sentence in one pass, since most rules have nothing to find in most sentences.
 */
export function candidateRules({text}: Sentence): readonly LimitationRule[] {
  const small = text.toLowerCase()
  const found = new Set(ALWAYS)
  for (let at = 0; at + 1 < small.length; at += 1) {
    if (BEGINNINGS[beginning(small, at)] === 0) continue
    for (const {word, rules} of WORDS.get(beginning(small, at)) ?? [])
      if (small.startsWith(word, at)) for (const rule of rules) found.add(rule)
  }
  return [...found]
    .sort((one, other) => one.place - other.place)
    .filter(({others}) => others.every((words) => words.some((word) => small.includes(word))))
    .map(({rule}) => rule)
}

/** The first two letters of a word as a number below 2^16, which some others share. */
function beginning(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff
}

/** A rule with its place in the tables and its required words in small letters: those by which it is found, and the others. */
interface Search {
  readonly rule: LimitationRule
  readonly place: number
  readonly words: WordSet | undefined
  readonly others: readonly WordSet[]
}

const SEARCHES: readonly Search[] = limitationRules.map((rule, place) => {
  const [words, ...others] = requiredWords(rule.pattern).map((set) => set.map((word) => word.toLowerCase()))
  return {rule, place, words, others}
})

const ALWAYS: readonly Search[] = SEARCHES.filter(({words}) => words === undefined)
const WORDS = wordsByBeginning()
/** 1 where a word begins so: most places of a text are passed over by it. */
const BEGINNINGS = Uint8Array.from({length: 0x10000}, (_, key) => Number(WORDS.has(key)))

/** The words by which rules are found, by their first two letters. */
function wordsByBeginning(): ReadonlyMap<number, readonly {word: string; rules: readonly Search[]}[]> {
  const rulesOf = new Map<string, Search[]>()
  for (const search of SEARCHES) for (const word of search.words ?? []) rulesOf.set(word, [...(rulesOf.get(word) ?? []), search])
  const words = new Map<number, {word: string; rules: readonly Search[]}[]>()
  for (const [word, rules] of rulesOf) words.set(beginning(word, 0), [...(words.get(beginning(word, 0)) ?? []), {word, rules}])
  return words
}
