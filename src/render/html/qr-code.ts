import {encode} from 'uqr'

/**
 * QR code (ISO/IEC 18004, error correction M or better) of a text as the address of an SVG picture for `url("…")`, without a quiet zone:
 * whoever places it leaves white around it. Each run of dark modules is one stroke, so that a PDF that shows it on every page stays small.
 */
export function qrCode(text: string): string {
  const {data, size} = encode(text, {ecc: 'M', boostEcc: true, border: 0})
  const strokes = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}.5h${length}`))
  const width = Math.min(MODULE * size, MOST).toFixed(1)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${width}mm" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path stroke="#000" d="${strokes.join('')}"/></svg>`
  return `data:image/svg+xml,${svg.replace(/[<>#"%]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)}`
}

/** Millimetres of a module that telephones read from paper without trouble, and of the largest code that a page's margin has room for. */
const MODULE = 0.35
const MOST = 17

/** Begin and length of each run of dark modules in a row. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}
