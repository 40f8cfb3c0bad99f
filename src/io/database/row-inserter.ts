import type {Database} from 'libsql'

type Value = string | number | Uint8Array | null

const ROWS_AT_ONCE = 16

/** Inserts rows, many by one statement where there are many: a call into SQLite costs as much as the row. */
export function rowInserter(db: Database, table: string, columns: readonly string[]): (rows: readonly (readonly Value[])[]) => void {
  const one = `(${columns.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    db.prepare(`insert into ${table} (${columns.join(', ')}) values ${Array.from({length: rows}, () => one).join(', ')}`)
  const [many, single] = [insert(ROWS_AT_ONCE), insert(1)]
  return (rows) => {
    let next = 0
    for (; next + ROWS_AT_ONCE <= rows.length; next += ROWS_AT_ONCE) many.run(rows.slice(next, next + ROWS_AT_ONCE).flat())
    for (; next < rows.length; next += 1) single.run([...(rows[next] ?? [])])
  }
}
