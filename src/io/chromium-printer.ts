import type {Browser, Page} from 'puppeteer'
import type {PdfPrinter} from '../render/pdf/index.ts'
import {chromiumBinary} from './chromium-binary.ts'
import {fontFolder} from './font-folder.ts'
import {OperationalError} from './operational-error.ts'

/** How a printer is run. */
export interface PrinterOptions {
  /** Pages that print at the same time; each takes some 60 MB. */
  readonly pages?: number
  /** Milliseconds after which a print counts as hung. */
  readonly timeout?: number
}

/**
 * Opens a browser that prints HTML. Pages are reused, scripts, network and files are off. A page or browser that crashes or hangs is
 * killed and replaced, and the print repeated, at most twice: the first failure may have been another page's.
 *
 * @throws {OperationalError} `browser-missing`, `browser-unstartable`
 */
export async function openChromiumPrinter(options: PrinterOptions = {}): Promise<PdfPrinter> {
  const timeout = options.timeout ?? 60_000
  const [binary, fonts] = [await chromiumBinary(), await fontFolder()]
  let browser = launch(binary, fonts.configFile, timeout)
  await browser
  const idle: Page[] = []
  const waiting: (() => void)[] = []
  let free = options.pages ?? 2
  let isClosed = false

  return {
    print: async (html) => {
      await acquire()
      try {
        return await printRepeatedly(html)
      } finally {
        release()
      }
    },
    close: async () => {
      isClosed = true
      const last = await browser.catch(() => undefined)
      if (last && !(await settles(last.close()))) last.process()?.kill('SIGKILL')
    },
  }

  async function printRepeatedly(html: string): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await printOnce(html)
      } catch (cause) {
        if (cause instanceof OperationalError) throw cause
        if (attempt < ATTEMPTS && !isClosed) continue
        throw new OperationalError(
          'print-failed',
          `The browser did not print the page (${cause instanceof Error ? cause.message : String(cause)})`,
          'Try again; if it stays so, the page is too large for the memory of this machine.',
          {cause},
        )
      }
    }
  }

  async function printOnce(html: string): Promise<Uint8Array> {
    const current = await liveBrowser()
    const page = idlePage(current) ?? (await beforeDeadline(newPage(current), current))
    try {
      const pdf = await beforeDeadline(untilCrash(page, printOn(page, html)), current)
      idle.push(page)
      return pdf
    } catch (error) {
      if (page.browser().connected && !(await settles(page.close()))) page.browser().process()?.kill('SIGKILL')
      throw error
    }
  }

  /** A page of this browser that waits; those of a browser that is gone are forgotten. */
  function idlePage(current: Browser): Page | undefined {
    for (let page = idle.pop(); page !== undefined; page = idle.pop()) if (page.browser() === current) return page
    return undefined
  }

  async function printOn(page: Page, html: string): Promise<Uint8Array> {
    await page.setContent(html.replace('</head>', `${UNSEEN}</head>`), {waitUntil: 'load', timeout})
    if (page.url() !== 'about:blank')
      throw new OperationalError('page-left', 'The page left its place while it was printed', 'Take redirects out of the templates.', {
        isMissing: false,
      })
    return page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout})
  }

  /** The browser, started anew where it is gone. */
  async function liveBrowser(): Promise<Browser> {
    const found = browser
    if (!(await found).connected && browser === found) browser = launch(binary, fonts.configFile, timeout)
    return browser
  }

  /** Kills a browser that does not answer in time: what it works on fails then, and is repeated by the next one. */
  async function beforeDeadline<T>(work: Promise<T>, worker: Browser): Promise<T> {
    const watch = setTimeout(() => worker.process()?.kill('SIGKILL'), timeout)
    try {
      return await work
    } finally {
      clearTimeout(watch)
    }
  }

  async function acquire(): Promise<void> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function release(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

const ATTEMPTS = 3

/** A page is printed and never looked at: laid out for the screen as well, it would cost a third more. */
const UNSEEN = '<style>@media screen{html{display:none}}</style>'

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setOfflineMode(true)
  return page
}

/** Fails as soon as the process of a page crashes, which its other calls would only notice in the end. */
async function untilCrash<T>(page: Page, work: Promise<T>): Promise<T> {
  let notice: (error: Error) => void = () => undefined
  const crash = new Promise<never>((_, reject) => {
    notice = reject
  })
  // Not `once`, whose listeners `off` does not find: each would keep its PDF for as long as the page lives.
  page.on('error', notice)
  try {
    return await Promise.race([work, crash])
  } finally {
    page.off('error', notice)
    work.catch(() => undefined)
  }
}

/** Whether something ends by itself within two seconds, well or not. */
async function settles(work: Promise<unknown>): Promise<boolean> {
  const patience = new Promise<boolean>((done) => setTimeout(() => done(false), 2000).unref())
  return Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    patience,
  ])
}

async function launch(executablePath: string, fontConfiguration: string, timeout: number): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  const {default: puppeteer} = await import('puppeteer')
  try {
    return await puppeteer.launch({
      executablePath,
      headless: 'shell',
      protocolTimeout: 2 * timeout,
      // Over a pipe the browser ends with us, however we end; handlers of signals would keep us from ending.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...(isRoot ? ['--no-sandbox'] : []), ...FLAGS],
      env: {...process.env, FONTCONFIG_FILE: fontConfiguration, TZ: 'UTC', LANG: 'C.UTF-8'},
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n').slice(0, 3).join(' ') : String(cause)
    const library = /(lib[\w.+-]+\.so[\w.]*)/.exec(reason)?.[1]
    const remedy = library
      ? `Install the library ${library} (Debian: \`apt-get install libnss3 libexpat1\`).`
      : 'Install `chromium-headless-shell` and name it in PUPPETEER_EXECUTABLE_PATH.'
    throw new OperationalError('browser-unstartable', `The browser ${executablePath} does not start (${reason})`, remedy, {cause})
  }
}

/** Nothing goes out: proxies that do not exist, no background traffic; hinting off, so that glyphs are the same everywhere. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]
