/** The phrase tables: one constant a kind of limitation. */
import type {LimitationRule} from '../limitation-rule.ts'
import {dataDeletion, forfeiture, indemnity, noRefund, penalty, rightsWaiver, userSoleResponsibility} from './burdens.ts'
import {arbitration, autoRenewal, dataUse, deemedConsent, deemedReceipt, governingLaw, jurisdiction} from './consent.ts'
import {claimDeadline, exclusionOfLiability, indirectDamages, liabilityCap, soleRemedy, warrantyDisclaimer} from './liability.ts'
import {unilateralModification} from './modification.ts'
import {assignment, finalInterpretation, priceChange, unilateralDetermination, unilateralStop} from './powers.ts'

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
