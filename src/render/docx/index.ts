/** Views → Word: agreements, and redlines with real tracked changes. */
export type {DocxFinish} from './pack-docx.ts'
export {renderAgreementDocx, renderRedlineDocx} from './render-docx.ts'
