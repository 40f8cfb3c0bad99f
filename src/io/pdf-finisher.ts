import {Worker} from 'node:worker_threads'
import type {PdfPrinter} from '../render/pdf/index.ts'

/** Finishes prints in a thread of its own, while this one prepares the next pages. */
export interface PdfFinisher {
  readonly finish: NonNullable<PdfPrinter['finish']>
  readonly close: () => Promise<void>
}

/** The thread starts with the first print. Where it ends, what it was given fails. */
export function openPdfFinisher(program: URL): PdfFinisher {
  const waiting = new Map<number, {readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: unknown) => void}>()
  let worker: Worker | undefined
  let last = 0

  return {
    finish: (...print) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        last += 1
        waiting.set(last, {resolve, reject})
        worker.postMessage({id: last, print})
      }),
    close: async () => {
      await worker?.terminate()
    },
  }

  function start(): Worker {
    return new Worker(program)
      .on('message', ({id, pdf}: {readonly id: number; readonly pdf: Uint8Array}) => {
        waiting.get(id)?.resolve(pdf)
        waiting.delete(id)
      })
      .on('error', (error) => {
        worker = undefined
        for (const {reject} of waiting.values()) reject(error)
        waiting.clear()
      })
  }
}
