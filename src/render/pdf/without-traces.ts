/**
 * The print without what two prints of one page differ in: the moment of printing, and the browser's own numbers of table cells, which
 * count on in a page that is used again. Cells are numbered anew in the same order, so that the sorted tree of names stays sorted; all
 * replacements keep their length, as the cross-reference table counts bytes.
 */
export function withoutTraces(printed: Uint8Array): Uint8Array {
  const print = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength).toString('latin1')
  const cells = [...new Set(print.match(/\(node\d{8}\)/g))].sort()
  const numbers = new Map(cells.map((cell, index) => [cell, `(node${String(index + 1).padStart(8, '0')})`]))
  const clean = print
    .replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, '/$1 (D:20000101000000')
    .replace(/\(node\d{8}\)/g, (cell) => numbers.get(cell) ?? cell)
  return Buffer.from(clean, 'latin1')
}
