/** The phrase tables: one constant a kind of limitation. */
import type {LimitationRule} from '../limitation-rule.ts'
import {indemnity, penalty, rightsWaiver, userSoleResponsibility} from './burdens.ts'
import {autoRenewal, deemedConsent, deemedReceipt} from './consent.ts'
import {dataDeletion, dataUse} from './data.ts'
import {assignment, finalInterpretation, priceChange, unilateralDetermination} from './decisions.ts'
import {arbitration, governingLaw, jurisdiction} from './disputes.ts'
import {exclusionOfLiability, indirectDamages, liabilityCap} from './liability.ts'
import {forfeiture, noRefund} from './losses.ts'
import {unilateralModification} from './modification.ts'
import {unilateralStop} from './powers.ts'
import {claimDeadline, soleRemedy, warrantyDisclaimer} from './remedies.ts'

/** All rows, kind by kind. */
export const limitationRules: readonly LimitationRule[] = [
  ...exclusionOfLiability,
  ...liabilityCap,
  ...indirectDamages,
  ...warrantyDisclaimer,
  ...soleRemedy,
  ...claimDeadline,
  ...indemnity,
  ...userSoleResponsibility,
  ...rightsWaiver,
  ...penalty,
  ...noRefund,
  ...forfeiture,
  ...dataDeletion,
  ...unilateralModification,
  ...unilateralStop,
  ...unilateralDetermination,
  ...priceChange,
  ...finalInterpretation,
  ...assignment,
  ...deemedConsent,
  ...deemedReceipt,
  ...jurisdiction,
  ...governingLaw,
  ...arbitration,
  ...autoRenewal,
  ...dataUse,
]
