// Rendering PDF: (a) a warm render with finishing against the bare print of the same HTML, (b) many agreements in cold processes against
// md-to-pdf and pandoc with weasyprint where they are installed, (d) memory over many renders.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import puppeteer from 'puppeteer'
import {viewAgreement} from '../../lib/compiler/view/index.js'
import {agreementFinish, compile, createHtmlRenderer, renderPdf} from '../../lib/index.js'
import {chromiumBinary} from '../../lib/io/chromium-binary.js'
import {fontFolder, openChromiumPrinter, readTemplates} from '../../lib/io/index.js'
import {interleave, report} from './measure.mjs'
import {nineRealPages} from './sources.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

export async function run({isShort}) {
  const {name, text} = nineRealPages()
  await warmRender(name, text, isShort ? 7 : 31)
  await coldThroughput(text, isShort ? 6 : 100)
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

/** Each contender makes PDF of the same texts from nothing, as its users call it; the peers are measured on a sample and scaled. */
async function coldThroughput(text, count) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  const sample = Math.min(count, 4)
  const perDocument = {}
  try {
    perDocument['proviso build (HTML, PDF, JSON, Markdown)'] =
      milliseconds(() => buildProject(join(folder, 'project'), text, count)) / count
    const files = Array.from({length: sample}, (_, index) => join(folder, `${index}.md`))
    for (const [index, file] of files.entries()) writeFileSync(file, `${text}\n\n${index}\n`)
    const peer = mdToPdf()
    if (peer) {
      const config = JSON.stringify({executablePath: await chromiumBinary(), args: ['--no-sandbox'], headless: 'shell'})
      const {configFile} = await fontFolder()
      const each = () => {
        for (const file of files) call(process.execPath, [peer, file, '--launch-options', config], {FONTCONFIG_FILE: configFile})
      }
      perDocument['md-to-pdf, a call each'] = milliseconds(each) / sample
    } else console.log('  (b) md-to-pdf is not installed (name its command in MD_TO_PDF): left out')
    if (has('pandoc') && has('weasyprint')) {
      const {configFile} = await fontFolder()
      const options = ['--pdf-engine=weasyprint', '--metadata', 'title=Terms', '-V', 'mainfont=Noto Sans SC']
      const each = () => {
        for (const file of files) call('pandoc', [file, '-o', `${file}.weasy.pdf`, ...options], {FONTCONFIG_FILE: configFile})
      }
      perDocument['pandoc + weasyprint, a call each'] = milliseconds(each) / sample
    } else console.log('  (b) pandoc and weasyprint are not installed: left out')
  } finally {
    rmSync(folder, {recursive: true})
  }
  console.log(`  (b) cold, per agreement: ${count} agreements by us, ${sample} by each peer`)
  report(perDocument)
}

function buildProject(project, text, count) {
  mkdirSync(project, {recursive: true})
  writeFileSync(join(project, 'proviso.config.yaml'), '')
  for (let index = 0; index < count; index += 1) {
    const folder = join(project, 'agreements', `terms-${index}`)
    mkdirSync(folder, {recursive: true})
    cpSync(join(root, 'agreements/sms-service/agreement.yaml'), join(folder, 'agreement.yaml'))
    writeFileSync(join(folder, 'zh-CN.md'), `${text}\n\n${index}\n`)
  }
  call(process.execPath, [join(root, 'lib/main.js'), '-C', project, 'build', '--draft'])
}

function milliseconds(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

function call(command, args, env = {}) {
  const {status, stderr} = spawnSync(command, args, {cwd: tmpdir(), env: {...process.env, ...env}, encoding: 'utf8'})
  if (status !== 0 && status !== 1) throw new Error(`${command} failed: ${stderr}`)
}

function has(command) {
  return spawnSync(command, ['--version']).status === 0
}

/** Script of md-to-pdf: by MD_TO_PDF, as it is no dependency of ours. */
function mdToPdf() {
  const script = process.env.MD_TO_PDF
  return script !== undefined && existsSync(script) ? script : undefined
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
  globalThis.gc?.()
  const own = process.memoryUsage().rss
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
  return `own ${(own / 1e6).toFixed(0).padStart(5)} MB   browser ${(browser / 1e3).toFixed(0).padStart(5)} MB`
}
