import {join} from 'node:path'
import {compile, type Diagnostic, renderWordFile} from '../index.ts'
import {type Project, writeWhole} from '../io/index.ts'
import {printDiagnostics} from './print-diagnostics.ts'
import {readWorkingTexts} from './working-texts.ts'

/** What is written, and where. */
export interface WordRequest {
  /** Ids of agreements; all where it is empty. */
  readonly ids: readonly string[]
  readonly given: Readonly<Record<string, string>>
  readonly out: string
  /** Writes texts with errors, too. */
  readonly isDraft: boolean
}

/** Writes the working texts as Word files and prints their paths. Gives whether all texts are free of errors. */
export async function buildWordFiles(project: Project, {ids, given, out, isDraft}: WordRequest): Promise<boolean> {
  const files: {readonly path: string; readonly content: Uint8Array}[] = []
  const faults: Diagnostic[] = []
  for (const agreement of project.agreements.filter(({id}) => ids.length === 0 || ids.includes(id)))
    for (const text of await readWorkingTexts(project, agreement, given)) {
      const [compiled] = compile(text.source, {locale: text.locale, parameters: text.parameters, profile: agreement.settings.profile})
      if (!compiled) continue
      const errors = compiled.diagnostics.filter(({severity}) => severity === 'error')
      faults.push(...errors.map((error) => ({...error, file: text.name})))
      const path = join(out, text.locale, agreement.id, `${agreement.id}.docx`)
      files.push({path, content: await renderWordFile(compiled, text)})
    }
  printDiagnostics(faults, process.stderr)
  if (faults.length > 0 && !isDraft) {
    process.stderr.write(`${faults.length} errors; nothing was written (\`--draft\` writes all the same)\n`)
    return false
  }
  for (const {path, content} of files) {
    await writeWhole(path, content)
    process.stdout.write(`${path}\n`)
  }
  return faults.length === 0
}
