import {TOPICS} from './topics.ts'

/** How much of a title comes again in a text, by pieces that are rare among its neighbours. */
export interface Likeness {
  /** 0 where no piece of the title is in the text, 1 where all are. */
  between(title: string, text: string): number
}

/** Weighs pieces by how few of the texts hold them: a word that stands everywhere tells nothing (inverse document frequency). */
export function likenessAmong(texts: readonly string[]): Likeness {
  const frequency = new Map<string, number>()
  for (const text of texts) for (const piece of new Set(pieces(text))) frequency.set(piece, (frequency.get(piece) ?? 0) + 1)
  const weight = (piece: string) => Math.log((texts.length + 1.5) / ((frequency.get(piece) ?? 0) + 0.5)) * (piece.length === 1 ? 0.3 : 1)
  const share = TOPICS.map((topic) => texts.filter((text) => topic.text.test(text)).length / Math.max(texts.length, 1))
  const sameTopic = (title: string, text: string) =>
    Math.max(0, ...TOPICS.map((topic, index) => (topic.title.test(title) && topic.text.test(text) ? 1 - (share[index] ?? 1) : 0)))
  return {
    between: (title, text) => {
      const wanted = new Set(pieces(title))
      const beginning = new Set(pieces(text.slice(0, 40)))
      const all = new Set(pieces(text))
      let found = 0
      let total = 0
      for (const piece of wanted) {
        const value = weight(piece)
        total += value
        if (beginning.has(piece)) found += value
        else if (all.has(piece)) found += value * 0.7
      }
      return Math.min(1, (total === 0 ? 0 : found / total) + TOPIC_WEIGHT * sameTopic(title, text))
    },
  }
}

/** Whether a title and a text share a piece, or what they are about. */
export function areAlike(title: string, text: string): boolean {
  const own = new Set(pieces(text))
  return (
    pieces(title).some((piece) => piece.length > 1 && own.has(piece)) ||
    TOPICS.some((topic) => topic.title.test(title) && topic.text.test(text))
  )
}

/** What a topic counts that only this text is about; words that come again count more. */
const TOPIC_WEIGHT = 0.4

/** Pairs of Han characters, each Han character, and stems of Latin words without the commonest. */
function pieces(text: string): string[] {
  const found: string[] = []
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    const characters = [...run]
    characters.forEach((character, index) => {
      found.push(character)
      const next = characters[index + 1]
      if (next !== undefined) found.push(character + next)
    })
  }
  for (const word of text.toLowerCase().match(/[a-zà-ÿ]{3,}/g) ?? []) if (!COMMON.has(word)) found.push(word.slice(0, 5))
  return found
}

const COMMON: ReadonlySet<string> = new Set(
  'the and for any all not are you your our with that this from will may shall its into other such which has have und der die das les des'.split(
    ' ',
  ),
)
