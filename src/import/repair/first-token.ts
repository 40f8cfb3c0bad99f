/**
 * The first piece of a line that cannot be broken: a Han character or a word, with opening brackets before it and closing punctuation after,
 * by the rules of Chinese and Western line breaking (GB/T 15834, UAX #14).
 */
export function firstToken(text: string): string {
  return (
    /^[（(《“‘「『【〈"']*(?:[A-Za-zÀ-ÿ0-9$€£¥@%][^\s\u2e80-\uffef]*|.)[，。；：！？、）)》”’」』】〉…,.;:!?%]*/u.exec(text)?.[0] ?? text
  )
}
