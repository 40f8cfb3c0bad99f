import type {Diagnostic} from '../../compiler/index.ts'

/** What a build left behind: what each page was made from, and the files that it became. Lets the next build skip what did not change. */
export interface BuildRecord {
  readonly schemaVersion: 1
  readonly tasks: Readonly<Record<string, RecordedTask>>
}

/** A piece of work that was done. */
export interface RecordedTask {
  /** SHA-256 over all that it was made from. */
  readonly inputs: string
  /** What was written, by path. */
  readonly files: Readonly<Record<string, RecordedFile>>
  /** Title of the text, where the task is about one. */
  readonly title?: string
  /** Errors of the text, which the next build tells again. */
  readonly errors?: readonly Diagnostic[]
}

/** A file as it was written. */
export interface RecordedFile {
  /** In bytes. */
  readonly size: number
  /** In hexadecimal digits. */
  readonly sha256: string
}

/** Name of the record in the folder of the site. */
export const BUILD_RECORD = '.proviso-build.json'

/** Reads a record; what is none counts as none, so that everything is built again. */
export function readBuildRecord(json: string | undefined): BuildRecord {
  try {
    const record: unknown = JSON.parse(json ?? '')
    if (isRecord(record)) return record
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return {schemaVersion: 1, tasks: {}}
}

/** A record as it is stored: tasks by name, so that equal sites have equal records. */
export function writeBuildRecord(tasks: Readonly<Record<string, RecordedTask>>): string {
  const sorted = Object.entries(tasks).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({schemaVersion: 1, tasks: Object.fromEntries(sorted)}, undefined, 1)}\n`
}

function isRecord(value: unknown): value is BuildRecord {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || value.schemaVersion !== 1) return false
  if (!('tasks' in value) || typeof value.tasks !== 'object' || value.tasks === null) return false
  return Object.values(value.tasks).every(
    (task: unknown) =>
      typeof task === 'object' &&
      task !== null &&
      'inputs' in task &&
      'files' in task &&
      typeof task.files === 'object' &&
      task.files !== null &&
      Object.values(task.files).every(isRecordedFile) &&
      (!('errors' in task) || Array.isArray(task.errors)),
  )
}

function isRecordedFile(file: unknown): boolean {
  return (
    typeof file === 'object' &&
    file !== null &&
    'size' in file &&
    typeof file.size === 'number' &&
    'sha256' in file &&
    typeof file.sha256 === 'string'
  )
}
