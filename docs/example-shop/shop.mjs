// A shop that has its customers agree, as an example of the client: read, agree, see what changed, agree again, take the receipt.
// PROVISO_URL=http://127.0.0.1:8080 PROVISO_KEY=… node docs/example-shop/shop.mjs <agreement>
import {randomUUID} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {fileURLToPath} from 'node:url'
import {createClient, ProblemError} from 'proviso/client'

/** Files that the page is made of; the client is the one of the package, as it is. */
const FILES = {
  '/': ['page.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/words.js': ['words.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
}

/**
 * Starts the shop. Its customers are known by a cookie here; in a real one, by their accounts.
 * The key stays on this side: a browser reads texts and differences by itself, and asks the shop to record what its customer did.
 */
export async function startShop({url, key, agreement, port = 0}) {
  const proviso = createClient({url, key})
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const status = error instanceof ProblemError && error.status < 500 ? 422 : 502
      send(response, status, {message: error instanceof Error ? error.message : String(error)})
    })
  })

  async function answer(request, response) {
    const {pathname} = new URL(request.url, 'http://shop')
    const account = /(?:^|; )account=([0-9a-f-]{36})/.exec(request.headers.cookie ?? '')?.[1] ?? randomUUID()
    const file = FILES[pathname] ?? clientFile(pathname)
    if (request.method === 'GET' && file) {
      const [name, type] = file
      response.setHeader('set-cookie', `account=${account}; Path=/; HttpOnly; SameSite=Strict`)
      response.setHeader('content-security-policy', `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${url}`)
      response.setHeader('content-type', type)
      return response.end(await readFile(fileURLToPath(new URL(name, import.meta.url))))
    }
    if (request.method === 'GET' && pathname === '/standing')
      return send(response, 200, {url, agreement, standing: await proviso.standing(account, agreement)})
    if (request.method === 'POST' && pathname === '/agree') return send(response, 201, await agree(await readJson(request), account))
    if (request.method === 'GET' && pathname === '/receipt.json') {
      const {accepted} = await proviso.standing(account, agreement)
      if (accepted) {
        response.setHeader('content-disposition', `attachment; filename="receipt-${accepted.version}.json"`)
        return send(response, 200, await proviso.receipt(accepted.recordId))
      }
    }
    return send(response, 404, {message: 'There is nothing here'})
  }

  /** The page says what was shown and what the customer did; who they are, the shop knows. `act` names the act, so that it counts once. */
  async function agree({act, shown, expression}, account) {
    const {accepted} = await proviso.standing(account, agreement)
    return proviso.recordConsent(
      {
        recordType: 'acceptance',
        event: accepted ? 'renew' : 'accept',
        shown,
        expression,
        channel: {name: 'web', surface: 'example-shop'},
        personal: {subject: account, subjectType: 'account'},
      },
      act,
    )
  }

  await new Promise((listening) => server.listen(port, '127.0.0.1', listening))
  return {address: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((closed) => server.close(closed))}
}

function clientFile(pathname) {
  const name = /^\/client\/([a-z-]+\.js)$/.exec(pathname)?.[1]
  return name === undefined ? undefined : [new URL(name, import.meta.resolve('proviso/client')).href, 'text/javascript; charset=utf-8']
}

async function readJson(request) {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) {
    text += piece
    if (text.length > 100_000) throw new Error('The request is too large')
  }
  return JSON.parse(text)
}

function send(response, status, document) {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(JSON.stringify(document))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {PROVISO_URL: url = 'http://127.0.0.1:8080', PROVISO_KEY: key, PORT: port = '8081'} = process.env
  const [agreement] = process.argv.slice(2)
  if (key === undefined || agreement === undefined) {
    process.stderr.write('Usage: PROVISO_KEY=… node docs/example-shop/shop.mjs <agreement>\n')
    process.exit(2)
  }
  const {address} = await startShop({url, key, agreement, port: Number(port)})
  process.stdout.write(`The shop is at ${address}\n`)
}
