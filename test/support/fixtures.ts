import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'

/** What a fixture's result is made from. */
export interface Fixture {
  /** Reads a file of the fixture. */
  read(name: string): string
}

/**
 * One test for each folder under `test/fixtures/<stage>`: what `run` gives must be the content of `expected`.
 * `UPDATE=1` writes it; a missing file fails otherwise, so that nothing is blessed unseen.
 */
export function fixtures(stage: string, expected: string, run: (fixture: Fixture) => string | Promise<string>): void {
  const root = join(import.meta.dirname, '..', 'fixtures', stage)
  for (const name of readdirSync(root).sort()) {
    it(name, async () => {
      const actual = await run({read: (file) => readFileSync(join(root, name, file), 'utf8')})
      const path = join(root, name, expected)
      if (process.env.UPDATE) writeFileSync(path, actual)
      expect(existsSync(path), `${path} is missing; write it with UPDATE=1 and review it`).toBe(true)
      expect(actual).toBe(readFileSync(path, 'utf8'))
    })
  }
}
