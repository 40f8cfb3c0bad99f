import {createHash} from 'node:crypto'
import {realpathSync, rmSync} from 'node:fs'
import {connect, createServer, type Server} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {OperationalError} from './operational-error.ts'

/**
 * Makes this process the only one on the machine that works on a folder, and gives the function that ends it. The lock is a listening
 * socket with a name made of the folder: the system takes it away with the process that holds it, so that a killed one leaves none
 * behind. Waits up to five seconds for another process.
 *
 * @throws {OperationalError} `folder-locked`
 */
export async function holdLock(folder: string): Promise<() => void> {
  const digest = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)
  const address = socketAddress(`proviso-${digest}`)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const server = await listen(address)
    if (server) return () => server.close()
    if (isFile(address) && !(await isAlive(address))) rmSync(address, {force: true})
    await wait(50)
  }
  throw new OperationalError('folder-locked', `Another process is writing to ${folder}`, 'Try again when it has ended.', {
    isOvertaken: true,
  })
}

/** Linux has names that are no files, Windows has pipes; elsewhere the socket is a file that may outlive its process. */
function socketAddress(name: string): string {
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function isFile(address: string): boolean {
  return !address.startsWith('\0') && !address.startsWith('\\\\')
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(address, () => resolve(server))
  })
}

function isAlive(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
