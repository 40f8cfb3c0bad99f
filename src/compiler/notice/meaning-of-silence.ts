import {clauseName} from './clause-name.ts'
import type {ExitEvidence} from './exit-rights.ts'
import {say, type Wording} from './wording.ts'

/** What follows if the reader does nothing; BGB § 308 No. 5 and PSD2 art. 54 want it said, PRC Order 116 art. 16 limits it. */
export function meaningOfSilence({rules, clauses, consent, judged}: ExitEvidence): readonly Wording[] {
  const effective = {date: judged.effective}
  if (consent.decision === 'reconsent') return [say('silence-no-consent', {effective})]
  if (consent.decision === 'none') return [say('silence-nothing-to-do')]
  const wantsWords = rules.some(({duties}) => duties.includes('meaning-of-silence'))
  const isBarred = rules.some(({duties}) => duties.includes('no-consent-by-silence'))
  if (clauses.silence && !isBarred)
    return [say('silence-own-clause', {clause: clauseName(clauses.silence), phrase: clauses.silence.phrase, effective})]
  if (wantsWords) return [say('silence-not-agreed', {effective})]
  if (isBarred) return [say('silence-rules-apply', {effective})]
  if (clauses.powerToChange) return [say('silence-by-notice', {clause: clauseName(clauses.powerToChange), effective})]
  return [say('silence-takes-effect', {effective})]
}
