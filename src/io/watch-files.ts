import {watch} from 'chokidar'

/** Calls `changed` when files below the paths change, once things have been quiet for a moment. Gives what ends it. */
export function watchFiles(paths: readonly string[], changed: () => void): () => Promise<void> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[\\/])(?:\.[^\\/.][^\\/]*|node_modules)(?:[\\/]|$)/.test(path),
  })
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

/** Milliseconds. Editors write in several steps. */
const QUIET = 80
