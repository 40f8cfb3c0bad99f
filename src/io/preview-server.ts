import {readFile} from 'node:fs/promises'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {extname, join, normalize, sep} from 'node:path'
import {OperationalError} from './operational-error.ts'

/** A server for looking at a built site while it is being written. */
export interface PreviewServer {
  readonly url: string
  /** Tells open pages to load again. */
  reload(): void
  close(): Promise<void>
}

/**
 * Serves a folder on the loopback address only; pages load again when told to. Names other than this machine's own are refused, so that
 * no foreign page can read a draft through the visitor's browser.
 *
 * @throws {OperationalError} `port-taken`
 */
export async function openPreviewServer(root: string, port: number): Promise<PreviewServer> {
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answer(root, request, response, open).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch((cause: unknown) => {
    throw new OperationalError('port-taken', `Port ${port} of 127.0.0.1 cannot be used`, 'Name another one with `--port <n>`.', {
      isMissing: false,
      cause,
    })
  })
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${actual}/`,
    reload: () => {
      for (const response of open) response.write('data: reload\n\n')
    },
    close: () =>
      new Promise((resolve) => {
        for (const response of open) response.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse, open: Set<ServerResponse>): Promise<void> {
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')) {
    response.writeHead(403).end()
    return
  }
  const {pathname} = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (pathname === RELOAD) {
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'})
    response.write(':\n\n')
    open.add(response)
    response.on('close', () => open.delete(response))
    return
  }
  const file = normalize(join(root, decodeURIComponent(pathname)))
  const isInside = file === root || file.startsWith(root + sep)
  const path = pathname.endsWith('/') ? join(file, 'index.html') : file
  const content = isInside ? await readFile(path).catch(() => undefined) : undefined
  if (content === undefined) {
    response.writeHead(404, {'content-type': 'text/plain; charset=utf-8'}).end('Not found\n')
    return
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  response
    .writeHead(200, {'content-type': type, 'cache-control': 'no-store'})
    .end(type.startsWith('text/html') ? withReload(content) : content)
}

const RELOAD = '/.proviso/reload'

/** The page without its own policy, which forbids scripts, and with the script that loads it again. */
function withReload(page: Buffer): string {
  return page
    .toString('utf8')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</body>', `<script>new EventSource('${RELOAD}').onmessage = () => location.reload()</script></body>`)
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
