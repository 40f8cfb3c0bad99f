import {fileURLToPath} from 'node:url'
import {isMainThread, Worker, workerData} from 'node:worker_threads'

/** What one file may cost; more ends the process: `SIGTERM` for computing time, `SIGKILL` for memory. */
interface Limits {
  /** Seconds of computing, so that a busy machine refuses nothing that an idle one takes. */
  readonly seconds: number
  /** Bytes of the whole process. */
  readonly bytes: number
}

/** Milliseconds between two looks at time and memory. */
const LOOK_EVERY = 50

if (isMainThread) {
  const {importDocument} = await import('./import/index.ts')
  process.on('message', async ({source, limits}: {readonly source: Parameters<typeof importDocument>[0]; readonly limits: Limits}) => {
    // Hostile files keep this thread busy, so a thread of its own watches it.
    const guard = new Worker(fileURLToPath(import.meta.url), {workerData: limits})
    const document = await importDocument(source)
    await guard.terminate()
    process.send?.(document)
  })
} else guardProcess(workerData as Limits)

function guardProcess({seconds, bytes}: Limits): void {
  const before = process.cpuUsage()
  setInterval(() => {
    const {user, system} = process.cpuUsage(before)
    if (process.memoryUsage.rss() > bytes) process.kill(process.pid, 'SIGKILL')
    if (user + system > seconds * 1e6) process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY)
}
