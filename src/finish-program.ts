import {parentPort} from 'node:worker_threads'
import {finishPrint} from './render/pdf/index.ts'

/** A print to be finished. */
interface FinishRequest {
  readonly id: number
  readonly print: Parameters<typeof finishPrint>
}

parentPort?.on('message', async ({id, print}: FinishRequest) => {
  parentPort?.postMessage({id, pdf: await finishPrint(...print)})
})
