import {open} from 'node:fs/promises'

/** What a file of evidence is, told by its content: a signed receipt, or an export of the whole log. */
export type EvidenceKind = 'receipt' | 'log-export'

/** Undefined where the file is neither, or cannot be read. */
export async function evidenceKind(file: string): Promise<EvidenceKind | undefined> {
  const start = await readStart(file)
  if (/"kind"\s*:\s*"signed-consent-receipt"/.test(start)) return 'receipt'
  return /^\{[^\n]*"kind":"consent-log-export"/.test(start) ? 'log-export' : undefined
}

async function readStart(file: string): Promise<string> {
  try {
    const handle = await open(file)
    try {
      const {buffer, bytesRead} = await handle.read({buffer: Buffer.alloc(4096)})
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return ''
  }
}
