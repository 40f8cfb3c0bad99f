import pc from 'picocolors'

/** Shows what a long command is doing; on a terminal one line that changes, elsewhere nothing. */
export interface Progress {
  /** Work begins: how many pieces there are, and how many of them are done already. */
  begin(total: number, done: number): void
  /** One more piece of work is done. */
  step(name: string): void
  /** Clears the line. */
  end(): void
}

/** Progress on standard error; the bar appears after a second, with counts and pieces a second. */
export function showProgress(): Progress {
  const isTerminal = process.stderr.isTTY === true
  const started = performance.now()
  let total = 0
  let before = 0
  let done = 0
  return {
    begin: (pieces, finished) => {
      total = pieces
      before = finished
      done = finished
    },
    step: (name) => {
      done += 1
      const seconds = (performance.now() - started) / 1000
      if (!isTerminal || seconds < 1) return
      const filled = Math.round((done / Math.max(1, total)) * WIDTH)
      const bar = `${pc.cyan('█'.repeat(filled))}${pc.dim('░'.repeat(WIDTH - filled))}`
      process.stderr.write(`\r\u001b[K${bar} ${done}/${total} ${((done - before) / seconds).toFixed(1)}/s ${name}`)
    },
    end: () => {
      if (isTerminal) process.stderr.write('\r\u001b[K')
    },
  }
}

const WIDTH = 24
