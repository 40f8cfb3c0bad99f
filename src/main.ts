#!/usr/bin/env node
import {runCommandLine} from './cli/index.ts'

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  startServer: async (settings) => (await import('./server/index.ts')).startServer(settings),
  importProgram: new URL('import-program.js', import.meta.url),
  finishProgram: new URL('finish-program.js', import.meta.url),
})
