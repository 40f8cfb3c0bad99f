// A load generator that costs next to nothing: it runs in a process of its own, sends the same bytes again and again over a few
// connections, and of an answer reads no more than where it ends. Started by `loadGenerator`, which is asked for rounds of requests.
import {fork} from 'node:child_process'
import {connect} from 'node:net'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'

/** Starts the process; `load` gives requests a second and the milliseconds of each answer. */
export function loadGenerator() {
  const child = fork(fileURLToPath(import.meta.url), ['serve-rounds'])
  return {
    load: (address, options) =>
      new Promise((done, fail) => {
        child.once('message', (result) => ('failure' in result ? fail(new Error(result.failure)) : done(result)))
        child.send({address, ...options})
      }),
    stop: () => child.kill(),
  }
}

if (process.argv[2] === 'serve-rounds')
  process.on('message', (round) => {
    run(round).then(
      (result) => process.send(result),
      (error) => process.send({failure: String(error)}),
    )
  })

async function run({address, count, connections}) {
  const {hostname, port, pathname, search, host} = new URL(address)
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n\r\n`)
  const times = []
  let left = count
  const start = performance.now()
  await Promise.all(
    Array.from(
      {length: connections},
      () =>
        new Promise((done, fail) => {
          const socket = connect(Number(port), hostname)
          let asked = 0
          let missing = 0
          const ask = () => {
            if (left === 0) return socket.end()
            left -= 1
            asked = performance.now()
            missing = 0
            socket.write(request)
          }
          socket.setNoDelay(true)
          socket.on('connect', ask)
          socket.on('error', fail)
          socket.on('close', done)
          socket.on('data', (chunk) => {
            if (missing === 0) {
              const end = chunk.indexOf('\r\n\r\n')
              const head = chunk.latin1Slice(0, end)
              if (!head.startsWith('HTTP/1.1 200')) return fail(new Error(head))
              missing = Number(/content-length: (\d+)/i.exec(head)[1]) + end + 4
            }
            missing -= chunk.length
            if (missing > 0) return
            times.push(performance.now() - asked)
            ask()
          })
        }),
    ),
  )
  return {rate: (count / (performance.now() - start)) * 1000, times}
}
