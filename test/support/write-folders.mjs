// Writes the folders v1, v2, … into argv[2] until it is killed; says `ready` before the first.
import {createHash} from 'node:crypto'
import {existsSync, readdirSync} from 'node:fs'
import {writeFolderWhole} from '../../lib/io/write-folder-whole.js'

const parent = process.argv[2]
process.stdout.write('ready\n')
for (;;) {
  const next = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith('v')).length + 1 : 1
  const text = `第${next}版。`.repeat(5000)
  const hash = createHash('sha256').update(text).digest('hex')
  await writeFolderWhole(parent, `v${next}`, {'zh-CN.md': text, 'en.md': text, 'manifest.json': hash}, async () => {})
}
