import puppeteer, {type Browser, type Page} from 'puppeteer'
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
 * replaced and the print repeated once.
 *
 * @throws {OperationalError} `browser-missing`, `browser-unstartable`
 */
export async function openChromiumPrinter(options: PrinterOptions = {}): Promise<PdfPrinter> {
  const timeout = options.timeout ?? 60_000
  const [binary, fonts] = [await chromiumBinary(), await fontFolder()]
  let browser: Promise<Browser> | undefined = launch(binary, fonts.configFile)
  await browser
  const idle: Page[] = []
  const waiting: (() => void)[] = []
  let free = options.pages ?? 2
  let isClosed = false

  return {
    print: async (html) => {
      await acquire()
      try {
        return await printOnce(html).catch((error: unknown) => {
          if (error instanceof OperationalError || isClosed) throw error
          return printOnce(html)
        })
      } catch (cause) {
        if (cause instanceof OperationalError) throw cause
        throw new OperationalError(
          'print-failed',
          `The browser did not print the page (${cause instanceof Error ? cause.message : String(cause)})`,
          'Try again; if it stays so, the page is too large for the memory of this machine.',
          {cause},
        )
      } finally {
        release()
      }
    },
    close: async () => {
      isClosed = true
      await (await browser)?.close().catch(() => undefined)
    },
  }

  async function printOnce(html: string): Promise<Uint8Array> {
    const page = idle.pop() ?? (await newPage())
    try {
      await page.setContent(html, {waitUntil: 'load', timeout})
      if (page.url() !== 'about:blank')
        throw new OperationalError('page-left', 'The page left its place while it was printed', 'Take redirects out of the templates.', {
          isMissing: false,
        })
      const pdf = await page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout})
      idle.push(page)
      return pdf
    } catch (error) {
      await discard(page)
      throw error
    }
  }

  async function newPage(): Promise<Page> {
    if (browser === undefined || !(await browser).connected) {
      browser = launch(binary, fonts.configFile)
      idle.length = 0
    }
    const page = await (await browser).newPage()
    await page.setJavaScriptEnabled(false)
    await page.setOfflineMode(true)
    return page
  }

  /** A page that failed is not used again; a browser that does not answer is killed. */
  async function discard(page: Page): Promise<void> {
    const closed = await Promise.race([
      page.close().then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((done) => setTimeout(() => done(false), 2000).unref()),
    ])
    const current = await browser
    if (closed && current?.connected) return
    current?.process()?.kill('SIGKILL')
    browser = undefined
    idle.length = 0
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

async function launch(executablePath: string, fontConfiguration: string): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  try {
    return await puppeteer.launch({
      executablePath,
      headless: 'shell',
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
