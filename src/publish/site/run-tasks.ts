import type {Diagnostic} from '../../compiler/index.ts'
import {sha256} from '../sha256.ts'
import type {RecordedFile, RecordedTask} from './build-record.ts'
import type {SiteFolder} from './site-folder.ts'

/** A piece of work of a build: some files, made from what `inputs` hashes. */
export interface SiteTask {
  /** Stable and unique: what the files are about. */
  readonly name: string
  /** SHA-256 over all that the files are made from. */
  readonly inputs: string
  /** How messages call the text that the files are made from, where there is one. */
  readonly text?: string
  /** Whether errors of the text come from what `inputs` hashes and nothing else, so that they are known without looking again. */
  readonly hasLastingErrors?: boolean
  /** Left out once an error is known that keeps the build from being written. */
  readonly isCostly?: boolean
  run(): Promise<TaskResult>
}

/** What a task made. */
export interface TaskResult {
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Title of the text, where the task is about one. */
  readonly title?: string
  /** What is wrong with the text. Errors keep the whole build from being written. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** How tasks are run. */
export interface TaskRun {
  readonly folder: SiteFolder
  readonly before: Readonly<Record<string, RecordedTask>>
  /** Tasks that run at the same time. */
  readonly jobs: number
  /** Whether an error keeps the build from being written. */
  readonly isStrict: boolean
  readonly progress?: BuildProgress | undefined
}

/** Who is told how a build goes on. */
export interface BuildProgress {
  /** Before work of one kind begins: how many pieces there are, and how many of them are as they were. */
  begin(total: number, unchanged: number): void
  step(name: string): void
}

/** What became of the tasks. */
export interface TaskOutcome {
  readonly tasks: Record<string, RecordedTask>
  readonly rendered: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Runs the tasks whose inputs changed or whose files are gone, and stages their files. After a failure nothing is staged any more. */
export async function runTasks(tasks: readonly SiteTask[], {folder, before, jobs, isStrict, progress}: TaskRun): Promise<TaskOutcome> {
  const known = tasks.filter(({name, inputs}) => before[name]?.inputs === inputs)
  const missing = new Set(await folder.missing(sizesOf(known.map(({name}) => before[name]?.files ?? {}))))
  const recorded: Record<string, RecordedTask> = {}
  const stale: SiteTask[] = []
  const diagnostics: Diagnostic[] = []
  for (const task of tasks) {
    const old = before[task.name]
    if (old?.inputs === task.inputs && Object.keys(old.files).every((path) => !missing.has(path))) {
      recorded[task.name] = old
      diagnostics.push(...named(old.errors ?? [], task))
    } else stale.push(task)
  }
  progress?.begin(tasks.length, tasks.length - stale.length)
  const queue = [...stale]
  const work = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      if (isStrict && task.isCostly && diagnostics.some(isError)) continue
      const result = await task.run()
      const errors = result.diagnostics?.filter(isError) ?? []
      diagnostics.push(...named(result.diagnostics ?? [], task))
      const files: Record<string, RecordedFile> = {}
      for (const [path, content] of Object.entries(result.files)) {
        await folder.stage(path, content)
        files[path] = {size: Buffer.byteLength(content), sha256: sha256(content)}
      }
      recorded[task.name] = {
        inputs: errors.length > 0 && !task.hasLastingErrors ? '' : task.inputs,
        files,
        ...(result.title === undefined ? {} : {title: result.title}),
        ...(errors.length > 0 ? {errors} : {}),
      }
      progress?.step(task.name)
    }
  }
  const workers = Array.from({length: Math.min(jobs, stale.length)}, () =>
    work().catch((error: unknown) => {
      queue.length = 0
      throw error
    }),
  )
  const failure = (await Promise.allSettled(workers)).find((outcome) => outcome.status === 'rejected')
  if (failure) throw failure.reason
  return {tasks: recorded, rendered: stale.map(({name}) => name), diagnostics}
}

function sizesOf(written: readonly Readonly<Record<string, RecordedFile>>[]): Record<string, number> {
  return Object.fromEntries(written.flatMap((files) => Object.entries(files).map(([path, {size}]) => [path, size])))
}

/** A text may be called otherwise by the next build, which is started from another folder. */
function named(diagnostics: readonly Diagnostic[], {text}: SiteTask): readonly Diagnostic[] {
  return text === undefined ? diagnostics : diagnostics.map((diagnostic) => ({...diagnostic, file: text}))
}

function isError({severity}: Diagnostic): boolean {
  return severity === 'error'
}
