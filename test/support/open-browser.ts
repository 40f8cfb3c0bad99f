import axe from 'axe-core'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {chromiumBinary, fontFolder} from '../../src/io/index.ts'

/** Opens the browser of the project with its fonts, as readers have one: with scripts and network. */
export async function openBrowser(): Promise<Browser> {
  const {configFile} = await fontFolder()
  return puppeteer.launch({
    executablePath: await chromiumBinary(),
    headless: 'shell',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: {...process.env, FONTCONFIG_FILE: configFile},
  })
}

/** Look and width of a window. */
export type Look = readonly [scheme: 'light' | 'dark', width: number]

/** Shows pages as a reader with such a window sees them. */
export async function setLook(page: Page, [scheme, width]: Look): Promise<void> {
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
  await page.setViewport({width, height: 900})
}

/** What axe-core finds on the page by WCAG 2.2 AA and good practice, as rule and element; and whether the page is wider than its window. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const run = 'axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})'
  const found = await page.evaluate(
    `${run}.then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html.slice(0, 120))))`,
  )
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => "wider than the window: " + e.outerHTML.slice(0, 120)).slice(0, 5).concat("wider than the window") : []',
  )
  return [found, wide].flatMap((list) => (Array.isArray(list) ? list.map(String) : ['no answer']))
}
