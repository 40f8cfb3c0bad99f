import pc from 'picocolors'

/** Shows what a long command is doing; on a terminal one line that changes, elsewhere nothing. */
export interface Progress {
  /** One more piece of work is done. */
  step(name: string): void
  /** Clears the line. */
  end(): void
}

/** Progress over `total` pieces of work on standard error; the bar appears after a second. */
export function showProgress(total: number): Progress {
  const isTerminal = process.stderr.isTTY === true
  const started = performance.now()
  let done = 0
  return {
    step: (name) => {
      done += 1
      if (!isTerminal || performance.now() - started < 1000) return
      const width = 24
      const filled = Math.round((done / Math.max(1, total)) * width)
      process.stderr.write(`\r\u001b[K${pc.cyan('█'.repeat(filled))}${pc.dim('░'.repeat(width - filled))} ${done}/${total} ${name}`)
    },
    end: () => {
      if (isTerminal) process.stderr.write('\r\u001b[K')
    },
  }
}
