import {strFromU8, unzipSync} from 'fflate'
import {wordNumbers} from './word-numbers.ts'

/** The text of a Word file as it is, or after all its tracked changes are accepted or rejected. */
export function readDocx(bytes: Uint8Array, changes: 'accepted' | 'rejected'): string[] {
  const {'word/document.xml': document, 'word/numbering.xml': numbering} = unzipSync(bytes)
  if (!document) throw new Error('no word/document.xml')
  const nextNumber = wordNumbers(numbering ? strFromU8(numbering) : '')
  const dropped = new Set(changes === 'accepted' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'])
  const lines: string[] = []
  let [line, cell, row] = ['', '', [] as string[]]
  const droppedCell = changes === 'accepted' ? 'w:cellDel' : 'w:cellIns'
  let [skipped, inCell, isMarkDropped, isRowDropped, isCellDropped] = [0, false, false, false, false]
  const open: string[] = []
  for (const [, close, name = '', attributes = '', empty, text] of strFromU8(document).matchAll(
    /<(\/?)([\w:]+)((?:\s[^>]*?)?)(\/?)>|([^<]+)/g,
  )) {
    const around = open.at(-1)
    if (text !== undefined) {
      if (skipped === 0 && (around === 'w:t' || around === 'w:delText')) line += unescaped(text)
      continue
    }
    if (close === '/') {
      open.pop()
      if (dropped.has(name)) skipped -= 1
      else if (name === 'w:p') endParagraph()
      else if (name === 'w:tc') [cell, inCell] = [endCell(), false]
      else if (name === 'w:tr') {
        if (!isRowDropped) lines.push(row.join('\t'))
        ;[row, isRowDropped] = [[], false]
      }
    } else if (empty === '/') {
      if (name === droppedCell) isCellDropped = true
      if (name === 'w:numId') line += nextNumber(/w:val="(\d+)"/.exec(attributes)?.[1] ?? '')
      if (dropped.has(name) && around === 'w:rPr') isMarkDropped = true
      if (dropped.has(name) && around === 'w:trPr') isRowDropped = true
      if (skipped === 0 && around === 'w:r' && name === 'w:br') line += '\n'
      if (skipped === 0 && around === 'w:r' && name === 'w:tab') line += '\t'
    } else {
      open.push(name)
      if (dropped.has(name)) skipped += 1
      if (name === 'w:tc') inCell = true
    }
  }
  if (line !== '') lines.push(line)
  return lines

  function endParagraph(): void {
    if (inCell) cell += line
    else if (!isMarkDropped) lines.push(line)
    if (inCell || !isMarkDropped) line = ''
    isMarkDropped = false
  }

  function endCell(): string {
    if (!isCellDropped) row.push(cell)
    isCellDropped = false
    return ''
  }
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ({lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"})[name] ?? '')
}
