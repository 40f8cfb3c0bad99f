/**
 * Gathers what is asked for at about the same time and commits it together, so that many callers share one flush of the disk.
 * One commit runs at a time; what comes meanwhile waits for the next. A failed commit fails all that took part.
 */
export function groupCommit<Item, Result>(
  commit: (items: readonly Item[]) => readonly Result[] | Promise<readonly Result[]>,
  maximum: number,
): (item: Item) => Promise<Result> {
  type Waiting = {readonly item: Item; readonly resolve: (result: Result) => void; readonly reject: (cause: unknown) => void}
  const queue: Waiting[] = []
  let isRunning = false

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const group = queue.splice(0, maximum)
      try {
        const results = await commit(group.map(({item}) => item))
        group.forEach(({resolve, reject}, index) => {
          const result = results[index]
          if (result === undefined) reject(new Error('the commit gave no result for an item'))
          else resolve(result)
        })
      } catch (cause) {
        for (const {reject} of group) reject(cause)
      }
      await new Promise((next) => setImmediate(next))
    }
    isRunning = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({item, resolve, reject})
      if (isRunning) return
      isRunning = true
      setImmediate(() => void run())
    })
}
