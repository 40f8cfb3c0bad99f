import pc from 'picocolors'
import type {ImportedDocument} from '../index.ts'

/** A file with what became of it, and where that goes. */
export interface ImportOutput {
  readonly file: string
  readonly document: ImportedDocument
  readonly agreements: readonly {
    readonly agreement: ImportedDocument['agreements'][number]
    readonly text: string
    readonly settings: string
    readonly frontMatter?: string
  }[]
}

/** Writes the report of an import for people. */
export function printImport(
  outputs: readonly ImportOutput[],
  {out, isDryRun}: {readonly out: NodeJS.WritableStream; readonly isDryRun: boolean},
): void {
  for (const {file, document, agreements} of outputs) {
    out.write(`${pc.bold(file)}\n`)
    for (const {agreement, text, settings, frontMatter} of agreements) {
      out.write(`  ${isDryRun ? 'would write' : pc.green('wrote')} ${text}  ${agreement.title ?? '(no title found)'}\n`)
      out.write(
        `  ${isDryRun ? 'would write' : pc.green('wrote')} ${settings}${agreement.settings.guessed.length > 0 ? `  please check ${agreement.settings.guessed.join(', ')}` : ''}\n`,
      )
      if (frontMatter !== undefined) out.write(`  ${isDryRun ? 'would write' : pc.green('wrote')} ${frontMatter}\n`)
    }
    if (document.repairs.length > 0) out.write('  repairs\n')
    for (const {confidence, message, line, rule} of document.repairs)
      out.write(`    ${CONFIDENCE[confidence]()} ${place(line)}${message} ${pc.dim(rule)}\n`)
    for (const {from, to, count} of document.substitutions)
      out.write(`    ${CONFIDENCE.certain()} \`${from}\` written as \`${to}\`, ${count} times\n`)
    if (document.dropped.length > 0) out.write('  dropped\n')
    for (const {reason, text, line} of document.dropped) out.write(`    ${place(line)}${reason}: ${shorten(text)}\n`)
    const {source, kept, dropped, added, lost} = document.characters
    out.write(
      `  characters  ${source} in the source, ${kept} kept, ${dropped} dropped${added.length > 0 ? `, added: ${counts(added)}` : ''}\n`,
    )
    const unsure = document.repairs.filter(({confidence}) => confidence === 'uncertain').length
    if (unsure > 0)
      out.write(
        `  ${pc.yellow('please look')}  ${unsure} uncertain ${unsure > 1 ? 'places' : 'place'}, marked in the text by \`<!-- proviso import: … -->\`\n`,
      )
    if (lost.length > 0) out.write(`  ${pc.red('lost without a reason')}  ${counts(lost)}\n`)
  }
}

/** The report of an import for programs; the texts themselves are in the files. */
export function toImportJson(outputs: readonly ImportOutput[], isDryRun: boolean) {
  return {
    schemaVersion: 1 as const,
    dryRun: isDryRun,
    files: outputs.map(({file, document, agreements}) => ({
      file,
      format: document.format,
      agreements: agreements.map(({agreement: {id, title, locale, settings: proposed}, text, settings, frontMatter}) => ({
        id,
        ...(title === undefined ? {} : {title}),
        locale,
        text,
        settings,
        ...(frontMatter === undefined ? {} : {frontMatter}),
        dates: proposed.dates,
        guessed: proposed.guessed,
      })),
      repairs: document.repairs,
      dropped: document.dropped,
      substitutions: document.substitutions,
      characters: document.characters,
    })),
  }
}

const CONFIDENCE = {
  certain: () => pc.green('certain  '),
  likely: () => pc.cyan('likely   '),
  uncertain: () => pc.yellow('uncertain'),
}

function place(line: number | undefined): string {
  return line === undefined ? '' : `line ${line}: `
}

function shorten(text: string): string {
  const single = text.replace(/\s+/g, ' ')
  return single.length > 100 ? `${single.slice(0, 99)}…` : single
}

function counts(characters: ImportedDocument['characters']['lost']): string {
  return characters.map(({character, count}) => (count > 1 ? `${character}×${count}` : character)).join(' ')
}
