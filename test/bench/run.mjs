// Runs every *.bench.mjs of this folder against the compiled project and prints medians and ratios of one run.
// `npm run bench`, or after a build: node test/bench/run.mjs [--short] [name…]
import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const isShort = process.argv.includes('--short')
const names = process.argv.slice(2).filter((name) => !name.startsWith('--'))
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .sort()) {
  if (names.length > 0 && !names.some((name) => file.startsWith(name))) continue
  console.log(`\n${file}`)
  const {run} = await import(`./${file}`)
  await run({isShort})
}
