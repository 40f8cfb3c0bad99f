import {expect} from 'vitest'

/** Expects two texts to be equal and shows only where they first differ. */
export function expectSameText(actual: string, expected: string): void {
  if (actual === expected) return
  let at = 0
  while (at < actual.length && actual[at] === expected[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  expect(around(actual)).toBe(around(expected))
}
