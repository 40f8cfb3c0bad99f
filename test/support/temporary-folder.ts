import {chmodSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Gives all tests a temporary folder of their own, and takes it away with what they left in it. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-tests-'))
  // As root, PostgreSQL runs as another user, who must get through to its folder below.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => rmSync(folder, {recursive: true, force: true, maxRetries: 5})
}
