import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const seeds = fileURLToPath(new URL('../../../shared/data/seeds/', import.meta.url))
const histories = fileURLToPath(new URL('../../../shared/data/history/', import.meta.url))
const samples = fileURLToPath(new URL('../../agreements/', import.meta.url))

/** A real agreement of nine pages where it is there, else our sample three times over. */
export function nineRealPages() {
  const file = `${seeds}001.md`
  return existsSync(file)
    ? {name: 'seed 001', text: readFileSync(file, 'utf8')}
    : {name: 'sample × 3', text: readFileSync(`${samples}sms-service/zh-CN.md`, 'utf8').repeat(3)}
}

/** All texts to measure on. */
export function allTexts() {
  const folder = existsSync(seeds) ? seeds : samples
  return readdirSync(folder, {recursive: true})
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(folder + name, 'utf8'))
}

/** Each true version of the real agreements with the one before it; none where the folder is missing. */
export function historyPairs() {
  if (!existsSync(histories)) return []
  return readdirSync(histories).flatMap((agreement) => {
    const versions = readdirSync(histories + agreement)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => readFileSync(`${histories}${agreement}/${name}`, 'utf8'))
    return versions.slice(1).map((text, index) => [versions[index], text])
  })
}
