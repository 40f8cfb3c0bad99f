/** What a file is. */
export type SourceFormat = 'text' | 'html' | 'docx' | 'pdf' | 'word-encrypted' | 'zip'

/** Tells what a file is by its first bytes and its ending; `undefined` for what is no text. */
export function sourceFormat(name: string, bytes: Uint8Array): SourceFormat | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  if (head.startsWith('%PDF-') || (/\.pdf$/i.test(name) && head.includes('%PDF-'))) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return /\.docx$/i.test(name) || head.includes('[Content_Types].xml') ? 'docx' : 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'word-encrypted'
  const isUtf16 = head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff')
  if (!isUtf16 && bytes.subarray(0, 8000).includes(0)) return undefined
  if (/\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(head)) return 'html'
  return /\.(?:md|markdown|txt|text)$/i.test(name) ? 'text' : undefined
}
