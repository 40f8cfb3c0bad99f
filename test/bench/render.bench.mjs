// Rendering PDF: (a) a warm render with finishing against the bare print of the same HTML, (b) many agreements in cold processes against
// md-to-pdf, pandoc with weasyprint where they are installed, and the bare print of the same HTML, (c) building again, (d) memory over many renders.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import puppeteer from 'puppeteer'
import {viewAgreement} from '../../lib/compiler/view/index.js'
import {agreementFinish, compile, createHtmlRenderer, renderPdf} from '../../lib/index.js'
import {chromiumBinary} from '../../lib/io/chromium-binary.js'
import {fontFolder, openChromiumPrinter, readTemplates} from '../../lib/io/index.js'
import {interleave, median, report} from './measure.mjs'
import {nineRealPages} from './sources.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

export async function run({isShort}) {
  const {name, text} = nineRealPages()
  await warmRender(name, text, isShort ? 7 : 31)
  await coldThroughput(text, isShort ? 6 : 100)
  incremental(text, isShort ? 30 : 1000)
  await memory(text, isShort ? 60 : 2000)
}

async function warmRender(name, text, rounds) {
  const renderer = createHtmlRenderer(await readTemplates())
  const {html, finish} = document(text, renderer)
  const printer = await openChromiumPrinter({pages: 1})
  const {configFile} = await fontFolder()
  const browser = await puppeteer.launch({
    executablePath: await chromiumBinary(),
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: {...process.env, FONTCONFIG_FILE: configFile},
  })
  const page = await browser.newPage()
  const options = {preferCSSPageSize: true, printBackground: true, tagged: true, outline: true}
  console.log(`  (a) warm: ${name}, ${(html.length / 1000).toFixed(0)} KB of HTML`)
  report(
    await interleave(
      {
        'bare setContent + page.pdf()': async () => {
          await page.setContent(html)
          await page.pdf(options)
        },
        'finished PDF/A-3u with its attachments': () => renderPdf(printer, html, finish),
        'Markdown to finished PDF': async () => {
          const own = document(text, renderer)
          await renderPdf(printer, own.html, own.finish)
        },
      },
      rounds,
    ),
  )
  await Promise.all([browser.close(), printer.close()])
}

function document(text, renderer) {
  const [compiled] = compile(text)
  const view = viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition: {links: [], translations: []}})
  const finish = agreementFinish({
    agreement: 'terms',
    locale: compiled.agreement.locale,
    title: view.title,
    provider: 'Yunjian',
    date: '2026-01-01T00:00:00Z',
    source: text,
    frozen: compiled.agreement,
    compiled,
    parameters: {},
  })
  return {html: renderer.agreement(view), finish}
}

/**
 * Each contender makes PDF of the same texts from nothing, as its users call it. What is called for each text anew is measured on a sample.
 * The bare print is no peer but the bound: nobody who prints with this browser can be faster.
 */
async function coldThroughput(text, count) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  const sample = Math.min(count, 8)
  const perDocument = {}
  try {
    const project = writeProject(join(folder, 'project'), text, count)
    perDocument['proviso build (HTML, PDF, JSON, Markdown)'] = milliseconds(() => build(project)) / count
    const files = Array.from({length: count}, (_, index) => join(folder, `${index}.md`))
    const few = files.slice(0, sample)
    for (const [index, file] of files.entries()) writeFileSync(file, numbered(text, index))
    const {configFile} = await fontFolder()
    const fonts = {FONTCONFIG_FILE: configFile}
    const browser = {executablePath: await chromiumBinary(), args: ['--no-sandbox'], headless: 'shell'}
    const mdToPdf = (named) =>
      call(
        process.execPath,
        [fileURLToPath(new URL('cli.js', import.meta.resolve('md-to-pdf'))), ...named, '--launch-options', JSON.stringify(browser)],
        fonts,
      )
    perDocument['md-to-pdf, a call each'] = milliseconds(() => few.map((file) => mdToPdf([file]))) / sample
    perDocument['md-to-pdf, one call for all'] = milliseconds(() => mdToPdf(files)) / count
    if (has('pandoc') && has('weasyprint')) {
      const options = ['--pdf-engine=weasyprint', '--metadata', 'title=Terms', '-V', 'mainfont=Noto Sans SC']
      const each = () => {
        for (const file of few) call('pandoc', [file, '-o', `${file}.weasy.pdf`, ...options], fonts)
      }
      perDocument['pandoc + weasyprint, a call each'] = milliseconds(each) / sample
    } else console.log('  (b) pandoc and weasyprint are not installed: left out')
    const pages = files.map((_, index) => readFileSync(join(project, `dist/zh-CN/terms-${index}/index.html`), 'utf8'))
    perDocument['bare page.pdf() of the same HTML'] = (await barePrint(pages, fonts, browser)) / count
  } finally {
    rmSync(folder, {recursive: true})
  }
  console.log(`  (b) cold, per agreement of ${count}; where each is a call, of ${sample}`)
  report(perDocument)
}

/** Milliseconds for starting the browser and printing all pages, two at a time, unfinished. */
async function barePrint(pages, fonts, launch) {
  const start = performance.now()
  const browser = await puppeteer.launch({...launch, env: {...process.env, ...fonts}})
  const queue = [...pages]
  const work = async () => {
    const page = await browser.newPage()
    for (let html = queue.pop(); html !== undefined; html = queue.pop()) {
      await page.setContent(html)
      await page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true})
    }
  }
  await Promise.all([work(), work()])
  await browser.close()
  return performance.now() - start
}

/** What a build costs where nothing changed, and where one of many agreements did, beside building that one alone from nothing. */
function incremental(text, count) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  try {
    const [many, alone] = [count, 1].map((agreements) => writeProject(join(folder, `${agreements}`), text, agreements))
    const changed = (round) => writeFileSync(join(many, 'agreements/terms-0/zh-CN.md'), numbered(text, `changed ${round}`))
    build(many)
    const rounds = [0, 1, 2]
    const cost = (work) => median(rounds.map((round) => milliseconds(() => work(round))))
    console.log(`  (c) ${count} agreements`)
    report({
      'nothing changed': cost(() => build(many)),
      'one changed': median(
        rounds.map((round) => {
          changed(round)
          return milliseconds(() => build(many))
        }),
      ),
      'that one alone, from nothing': cost(() => {
        rmSync(join(alone, 'dist'), {recursive: true, force: true})
        build(alone)
      }),
    })
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** A project of so many agreements, whose texts and settings differ in their last line. */
function writeProject(project, text, count) {
  mkdirSync(project, {recursive: true})
  writeFileSync(join(project, 'proviso.config.yaml'), '')
  const settings = readFileSync(join(root, 'agreements/sms-service/agreement.yaml'), 'utf8').replace(/^id:.*$/m, '')
  for (let index = 0; index < count; index += 1) {
    const folder = join(project, 'agreements', `terms-${index}`)
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, 'agreement.yaml'), `${settings}\n# ${index}\n`)
    writeFileSync(join(folder, 'zh-CN.md'), numbered(text, index))
  }
  return project
}

function numbered(text, number) {
  return `${text}\n\n${number}\n`
}

function build(project) {
  call(process.execPath, [join(root, 'lib/program/proviso.js'), '-C', project, 'build', '--draft'])
}

function milliseconds(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

function call(command, args, env = {}) {
  const {status, stderr} = spawnSync(command, args, {cwd: tmpdir(), env: {...process.env, ...env}, encoding: 'utf8', maxBuffer: 1 << 26})
  if (status !== 0 && status !== 1) throw new Error(`${command} failed: ${stderr}`)
}

function has(command) {
  return spawnSync(command, ['--version']).status === 0
}

/** Node offers the collector only behind a flag. */
function collectGarbage() {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** Memory of our process and of the browser's, while one printer renders again and again. */
async function memory(text, count) {
  const renderer = createHtmlRenderer(await readTemplates())
  const {html, finish} = document(text, renderer)
  const printer = await openChromiumPrinter({pages: 2})
  console.log(`  (d) memory over ${count} renders`)
  for (let done = 0; done <= count; ) {
    if (done % (count / 4) === 0) console.log(`  ${String(done).padStart(6)} renders ${megabytes()}`)
    const step = Math.min(count / 4 - (done % (count / 4)), 10)
    if (done === count) break
    await Promise.all(Array.from({length: step}, () => renderPdf(printer, html, finish)))
    done += step
  }
  await printer.close()
}

function megabytes() {
  collectGarbage()
  const {rss, heapUsed, arrayBuffers} = process.memoryUsage()
  let browser = 0
  const rows = spawnSync('ps', ['-eo', 'pid,ppid,rss'], {encoding: 'utf8'}).stdout.trim().split('\n').slice(1)
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number))
  const below = (parent) => {
    for (const [pid, ppid] of processes) {
      if (ppid !== parent) continue
      const rollup = `/proc/${pid}/smaps_rollup`
      browser += existsSync(rollup) ? Number(/^Pss:\s+(\d+)/m.exec(readFileSync(rollup, 'utf8'))?.[1] ?? 0) : 0
      below(pid)
    }
  }
  below(process.pid)
  const held = (heapUsed + arrayBuffers) / 1e6
  return `own ${(rss / 1e6).toFixed(0).padStart(5)} MB, held ${held.toFixed(0).padStart(4)} MB   browser ${(browser / 1e3).toFixed(0).padStart(5)} MB`
}
