import {type ChildProcess, fork} from 'node:child_process'
import {OperationalError} from './operational-error.ts'

/** A program that answers in a process of its own, so that what it is given can take neither our time nor our memory. */
export interface IsolatedProgram {
  /**
   * The answer to one request; both are cloned. After an error the next request starts the program anew.
   *
   * @param name what the request is about, for messages
   * @throws {OperationalError} `file-too-slow`, `file-too-greedy`, `file-breaks-reader`
   */
  readonly ask: (name: string, request: object) => Promise<unknown>
  readonly close: () => void
}

/** What one request may cost. */
export interface IsolationLimits {
  /** Seconds of computing. */
  readonly seconds: number
  /** Bytes of memory of the whole process. */
  readonly bytes: number
}

/** Starts a program with the first request. It gets `{...request, limits}`, ends itself by `SIGTERM` or `SIGKILL` beyond them, and sends one message for each request. */
export function openIsolatedProgram(program: URL, limits: IsolationLimits): IsolatedProgram {
  let child: ChildProcess | undefined
  let said = ''

  return {
    ask: (name, request) =>
      new Promise((resolve, reject) => {
        const running = child ?? start()
        const clock = setTimeout(() => running.kill('SIGTERM'), limits.seconds * PATIENCE * 1000)
        const onMessage = (answer: unknown) => settle(() => resolve(answer))
        const onClose = (_: unknown, signal: NodeJS.Signals | null) => {
          child = undefined
          settle(() => reject(endOf({name, signal, said, limits})))
        }
        running.once('message', onMessage).once('close', onClose)
        running.send({...request, limits})

        function settle(end: () => void): void {
          clearTimeout(clock)
          running.off('message', onMessage).off('close', onClose)
          end()
        }
      }),
    close: () => {
      child?.kill('SIGKILL')
      child = undefined
    },
  }

  function start(): ChildProcess {
    said = ''
    child = fork(program, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${Math.floor((limits.bytes * HEAP_SHARE) / 2 ** 20)}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < MAX_SAID) said += text
    })
    return child
  }
}

interface Ending {
  readonly name: string
  readonly signal: NodeJS.Signals | null
  /** Standard error of the program. */
  readonly said: string
  readonly limits: IsolationLimits
}

function endOf({name, signal, said, limits}: Ending): OperationalError {
  if (signal === 'SIGTERM')
    return new OperationalError(
      'file-too-slow',
      `${name} takes more than ${limits.seconds} seconds of computing`,
      'No ordinary agreement does; look at the file, and if it is yours, split it.',
      {isMissing: false},
    )
  if (signal === 'SIGKILL' || /out of memory|allocation failed/i.test(said))
    return new OperationalError(
      'file-too-greedy',
      `${name} takes more than ${Math.round(limits.bytes / 2 ** 20)} MB of memory`,
      'No ordinary agreement does; look at the file, and if it is yours, split it.',
      {isMissing: false},
    )
  const [fault] = /^\w*Error\b.*$/m.exec(said) ?? ['the reader ended without a word']
  return new OperationalError(
    'file-breaks-reader',
    `${name} cannot be read: ${fault}`,
    'The file is probably damaged: save it again in the program that wrote it; if that does not help, send it with a report.',
    {isMissing: false, cause: said},
  )
}

/** Clock time ÷ computing time that is waited for: for busy machines, and for a program that waits for ever. */
const PATIENCE = 5

/** Share of the memory that is for objects; the rest is for bytes and code. */
const HEAP_SHARE = 0.6

/** Characters of standard error that are kept. */
const MAX_SAID = 20_000
