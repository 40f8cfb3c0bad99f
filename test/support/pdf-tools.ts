import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {MARGIN} from './read-pdf.ts'

/** Programs that read what we print, where the machine has them. */
export function isInstalled(program: 'pdftotext' | 'mutool' | 'qpdf'): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

/** Whether Java and PDFBox Preflight are there. */
export function hasPreflight(): boolean {
  return PREFLIGHT_ARCHIVES.every((archive) => existsSync(archive)) && spawnSync('java', ['-version']).error === undefined
}

const PREFLIGHT_ARCHIVES = [
  'preflight',
  'pdfbox2',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`)

/** Text between the margins as poppler reads it. */
export function popplerText(pdf: Uint8Array): string {
  const betweenMargins = ['-r', '72', '-x', '0', '-y', String(MARGIN), '-W', '596', '-H', String(842 - 2 * MARGIN)]
  return withFile(pdf, 'pdftotext', (file) => ['-raw', '-nopgbrk', ...betweenMargins, file, '-'])
}

/** Text between the margins as MuPDF reads it. */
export function mutoolText(pdf: Uint8Array): string {
  const xml = withFile(pdf, 'mutool', (file) => ['draw', '-q', '-F', 'stext', file])
  let text = ''
  for (const [, y = '', glyph = ''] of xml.matchAll(/<char [^>]*? y="([\d.]+)"[^>]*? c="([^"]*)"/g))
    if (Number(y) >= MARGIN && Number(y) <= 842 - MARGIN) text += plain(glyph)
  return text
}

/** Complaints of qpdf about the syntax. */
export function qpdfComplaints(pdf: Uint8Array): string {
  return withFile(pdf, 'qpdf', (file) => ['--check', file])
    .split('\n')
    .filter((line) => /^(?:WARNING|ERROR)/.test(line))
    .join('\n')
}

/** Complaints of PDFBox Preflight by the rules of PDF/A-1b. */
export function preflightComplaints(pdf: Uint8Array): string[] {
  return withFile(pdf, 'java', (file) => ['-cp', PREFLIGHT_ARCHIVES.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file])
    .split('\n')
    .filter((line) => /^\d/.test(line))
}

function withFile(pdf: Uint8Array, program: string, options: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-test-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    return execFileSync(program, options(file), {encoding: 'utf8', maxBuffer: 100_000_000, stdio: ['ignore', 'pipe', 'ignore']})
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    if (output === '') throw error
    return output
  } finally {
    rmSync(folder, {recursive: true})
  }
}

function plain(xml: string): string {
  return xml
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
