import {OperationalError} from '../operational-error.ts'

/** The same functions, whose failures from outside come as {@link OperationalError}; a broken constraint is a bug and stays as it is. */
export function withOutsideErrors<Functions extends Readonly<Record<keyof Functions, (...args: never[]) => Promise<unknown>>>>(
  functions: Functions,
): Functions {
  const wrapped = Object.entries<(...args: never[]) => Promise<unknown>>(functions).map(([name, call]) => [
    name,
    async (...args: never[]) => {
      try {
        return await call(...args)
      } catch (cause) {
        throw outsideError(cause) ?? cause
      }
    },
  ])
  return Object.fromEntries(wrapped) as Functions
}

/** Errors of the machine and the network (POSIX), of PostgreSQL (classes 08, 53, 57, 58 and F0 of its appendix A) and of SQLite. */
const OUTSIDE =
  /^(?:E[A-Z]+|08...|53...|57...|58...|F0...|SQLITE_(?:BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM)(?:_.+)?)$/

function outsideError(cause: unknown): OperationalError | undefined {
  if (!(cause instanceof Error) || cause instanceof OperationalError) return undefined
  const code = 'code' in cause ? String(cause.code) : ''
  if (!OUTSIDE.test(code) && !/^Connection terminated|timeout exceeded when trying to connect/.test(cause.message)) return undefined
  return new OperationalError(
    'database-failed',
    `The database of consents failed (${[code, cause.message].filter((part) => part !== '').join(': ')})`,
    'Check the space on the disk, the permissions of the file, and whether PostgreSQL runs; ask again with the same Idempotency-Key.',
    {cause},
  )
}
