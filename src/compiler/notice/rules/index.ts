import {chinaRules} from './china.ts'
import {europeanRules} from './european-union.ts'
import type {NoticeRule} from './notice-rule.ts'
import {otherRules} from './other-markets.ts'

/** Every rule of law on notice of changes that is known. */
export const noticeRules: readonly NoticeRule[] = [...chinaRules, ...europeanRules, ...otherRules]
