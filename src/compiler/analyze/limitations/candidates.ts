import {matchesIn} from '../matches-in.ts'
import type {Sentence} from '../sentences.ts'
import {limitationRules} from './kinds/index.ts'
import type {LimitationRule} from './limitation-rule.ts'
import {requiredWords} from './required-words.ts'

/**
 * The rules whose words stand in each sentence, in the order of the tables.
 * Each rule searches all sentences at once, joined by what no rule reads across: a search for each rule and sentence would cost ten times as much.
 * A rule none of whose words occurs is not searched at all, nor compiled.
 */
export function candidateRules(sentences: readonly Sentence[]): ReadonlyMap<Sentence, readonly LimitationRule[]> {
  const found = new Map<Sentence, LimitationRule[]>()
  const han = joined(sentences.filter(({text}) => HAN.test(text)))
  const latin = joined(sentences.filter(({text}) => !HAN.test(text) || LATIN_WORDS.test(text)))
  for (const {rule, words, isHan, isLatin} of SEARCHES)
    for (const {text, small, starts, members} of [isHan ? han : NOTHING, isLatin ? latin : NOTHING]) {
      const searched = rule.pattern.ignoreCase ? small : text
      if (words && !words.some((word) => searched.includes(word))) continue
      let at = 0
      for (const match of matchesIn(text, rule.pattern)) {
        while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= match.index) at += 1
        const sentence = members[at]
        if (!sentence) continue
        const rules = found.get(sentence)
        if (rules === undefined) found.set(sentence, [rule])
        else if (rules.at(-1) !== rule) rules.push(rule)
      }
    }
  return found
}

interface Joined {
  readonly text: string
  /** In small letters. */
  readonly small: string
  readonly starts: readonly number[]
  readonly members: readonly Sentence[]
}

const NOTHING: Joined = {text: '', small: '', starts: [], members: []}

function joined(members: readonly Sentence[]): Joined {
  const starts: number[] = []
  let text = ''
  for (const sentence of members) {
    starts.push(text.length)
    text += sentence.text + SEPARATOR
  }
  return {text, small: text.toLowerCase(), starts, members}
}

/** Ends a sentence in every language; a line end lets `^` and `$` stand for those of the sentence. */
const SEPARATOR = '\n。.;\n'
const HAN = /\p{Script=Han}/u
const LATIN_WORDS = /[a-z]{2,}\s[a-z]{2,}/i

const SEARCHES = limitationRules.map((rule) => ({
  rule,
  words: requiredWords(rule.pattern),
  isHan: HAN.test(rule.pattern.source),
  isLatin: /[a-z]{3}/i.test(rule.pattern.source.replace(/p\{[^}]*\}|\(\?<\w+>/g, '')),
}))
