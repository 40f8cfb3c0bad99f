import {type Verification, verifyPdf} from '../../index.ts'
import {OperationalError, readBytes} from '../../io/index.ts'
import {recordFinder, recordOf} from './published-record.ts'

/** Holds a PDF against itself and, where it can be found, the manifest of the version that it says it is. */
export async function verifyFile(file: string, name: string, folder: string, versionFolder: string | undefined): Promise<Verification> {
  const bytes = await readBytes(file, {expected: 'a PDF', inFolder: 'Name a PDF in it.', remedy: 'Check the name of the PDF.'})
  if (!name.toLowerCase().endsWith('.pdf') && Buffer.from(bytes).subarray(0, 1024).indexOf('%PDF-') < 0)
    throw new OperationalError('verify-unknown', `${name} is no PDF, no receipt and no export of a log`, 'Name a PDF that Proviso made.', {
      isMissing: false,
    })
  return verifyPdf(bytes, async (agreement, version) =>
    versionFolder === undefined ? (await recordFinder(folder))?.(agreement, version) : recordOf(folder, versionFolder),
  )
}
