import type {AgreementView, RedlineView} from '../../compiler/view/index.ts'
import type {DocxFinish} from './pack-docx.ts'

/** An agreement as a Word file; the writer of Word files takes long to load, and is loaded for the first one. */
export async function renderAgreementDocx(view: AgreementView, finish: DocxFinish): Promise<Uint8Array> {
  return (await import('./agreement-docx.ts')).agreementDocx(view, finish)
}

/** A redline as a Word file with real tracked changes; loaded like the above. */
export async function renderRedlineDocx(view: RedlineView, finish: DocxFinish): Promise<Uint8Array> {
  return (await import('./redline-docx.ts')).redlineDocx(view, finish)
}
