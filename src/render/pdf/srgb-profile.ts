/**
 * Colour profile of sRGB (IEC 61966-2-1) as ICC version 2.1 display profile, for the output intent that PDF/A asks for: the primaries
 * adapted to D50 and the curve as 1,024 samples.
 */
export function srgbProfile(): Uint8Array {
  const tags: [string, Buffer][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve()],
  ]
  const shared = ['gTRC', 'bTRC']
  const tableLength = 4 + 12 * (tags.length + shared.length)
  let offset = 128 + tableLength
  const rows = tags.map(([name, content]) => {
    const row = tagRow(name, offset, content.length)
    offset += padded(content).length
    return row
  })
  const curveRow = rows.at(-1) ?? Buffer.alloc(12)
  for (const name of shared) rows.push(Buffer.concat([Buffer.from(name), curveRow.subarray(4)]))
  const count = Buffer.alloc(4)
  count.writeUInt32BE(rows.length)
  return Buffer.concat([header(offset), count, ...rows, ...tags.map(([, content]) => padded(content))])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x02100000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  bytes.writeUInt16BE(2000, 24)
  bytes.writeUInt16BE(1, 26)
  bytes.writeUInt16BE(1, 28)
  bytes.write('acsp', 36, 'latin1')
  xyz(0.9642, 1, 0.8249).copy(bytes, 68, 8)
  return bytes
}

function tagRow(name: string, offset: number, size: number): Buffer {
  const row = Buffer.alloc(12)
  row.write(name, 0, 'latin1')
  row.writeUInt32BE(offset, 4)
  row.writeUInt32BE(size, 8)
  return row
}

function xyz(...values: number[]): Buffer {
  const bytes = Buffer.alloc(20)
  bytes.write('XYZ ', 0, 'latin1')
  values.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65536), 8 + 4 * index)
  })
  return bytes
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${value}\0`, 'latin1')])
}

function description(value: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(value.length + 1)
  return Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), length, Buffer.from(`${value}\0`, 'latin1'), Buffer.alloc(78)])
}

function curve(): Buffer {
  const bytes = Buffer.alloc(12 + 2 * SAMPLES)
  bytes.write('curv', 0, 'latin1')
  bytes.writeUInt32BE(SAMPLES, 8)
  for (let index = 0; index < SAMPLES; index += 1) {
    const value = index / (SAMPLES - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    bytes.writeUInt16BE(Math.round(linear * 65535), 12 + 2 * index)
  }
  return bytes
}

const SAMPLES = 1024

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
}
