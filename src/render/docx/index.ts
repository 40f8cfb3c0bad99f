/** Views → Word: agreements, and redlines with real tracked changes. */
export type {DocxFinish} from './pack-docx.ts'
export {renderAgreementDocx} from './render-agreement-docx.ts'
export {renderRedlineDocx} from './render-redline-docx.ts'
