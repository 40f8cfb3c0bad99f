import {foldText} from './alignment/fold-text.ts'
import type {Aspect, ChangeKind, Effect} from './change.ts'
import {PARTICLES, VARIANTS} from './effects/word-tables.ts'
import type {Segment} from './wording/wording.ts'

/** What decides whether a change touches what was agreed. */
export interface ChangeEvidence {
  readonly kind: ChangeKind
  readonly aspects: readonly Aspect[]
  readonly effects: readonly Effect[]
  readonly segments: readonly Segment[] | undefined
  /** The clause limits the reader in one of the versions. */
  readonly isLimiting: boolean
  /** The clause gives nothing but dates of the version itself. */
  readonly isDateline: boolean
}

/** Whether a change touches what was agreed, and why; the first row that fits decides. */
export function materialityOf(evidence: ChangeEvidence): {readonly materiality: 'substantive' | 'editorial'; readonly reason: string} {
  const row = ROWS.find(({fits}) => fits(evidence))
  return row ? {materiality: row.materiality, reason: row.reason} : {materiality: 'substantive', reason: 'the wording changed'}
}

interface MaterialityRow {
  readonly materiality: 'substantive' | 'editorial'
  readonly reason: string
  readonly fits: (evidence: ChangeEvidence) => boolean
}

const SUBSTANTIVE_EFFECTS: ReadonlySet<Effect['kind']> = new Set([
  'amount',
  'percentage',
  'deadline',
  'date',
  'notice-period',
  'modality',
  'negation',
  'party',
  'limitation-added',
  'limitation-removed',
  'limitation-widened',
])

const ROWS: readonly MaterialityRow[] = [
  {
    materiality: 'editorial',
    reason: 'only the date of the version changed',
    fits: ({isDateline, kind}) => isDateline && kind === 'modified',
  },
  {
    materiality: 'substantive',
    reason: 'what limits the reader lost its emphasis',
    fits: ({effects, isLimiting}) => isLimiting && effects.some(({kind}) => kind === 'emphasis-lost'),
  },
  {
    materiality: 'editorial',
    reason: 'nothing but a directive to the page or signs came or went',
    fits: ({kind, segments}) =>
      (kind === 'added' || kind === 'removed') && segments !== undefined && segments.every(({text}) => NO_TERMS.test(text)),
  },
  {materiality: 'substantive', reason: 'a clause was added', fits: ({kind}) => kind === 'added'},
  {materiality: 'substantive', reason: 'a clause was removed', fits: ({kind}) => kind === 'removed'},
  {
    materiality: 'editorial',
    reason: 'only signs, blanks, width or spelling changed',
    fits: ({aspects, segments}) => aspects.includes('wording') && segments !== undefined && isTypographic(segments),
  },
  {
    materiality: 'substantive',
    reason: 'an amount, period, date, duty, negation, party or limitation changed',
    fits: ({effects}) => effects.some(({kind}) => SUBSTANTIVE_EFFECTS.has(kind)),
  },
  {materiality: 'substantive', reason: 'the wording changed', fits: ({aspects}) => aspects.includes('wording')},
  {materiality: 'editorial', reason: 'only the title changed', fits: ({aspects}) => aspects.includes('heading')},
  {materiality: 'editorial', reason: 'the clause stands elsewhere, in the same words', fits: ({aspects}) => aspects.includes('position')},
  {materiality: 'editorial', reason: 'the same words, parted otherwise', fits: ({kind}) => kind === 'split' || kind === 'merged'},
  {materiality: 'editorial', reason: 'a reference follows the clause it means', fits: ({aspects}) => aspects.includes('reference')},
  {materiality: 'editorial', reason: 'only emphasis changed', fits: ({aspects}) => aspects.includes('emphasis')},
  {materiality: 'editorial', reason: 'only the target of a link changed', fits: ({aspects}) => aspects.includes('link')},
  {
    materiality: 'editorial',
    reason: 'only number or level changed',
    fits: ({aspects}) => aspects.every((aspect) => aspect === 'label' || aspect === 'structure'),
  },
]

/** Signs, and directives in double braces that are no parameter of ours, since they hold more than a name: `{{indexmenu_n>7}}`. */
const NO_TERMS = /^(?:[\s\p{P}\p{S}]|\{\{[^{}\s]*[^{}\s\p{L}\p{N}_.-][^{}\s]*\}\})*$/u

/** Whether the changed words say the same: signs, blanks, width, particles, other spellings. */
function isTypographic(segments: readonly Segment[]): boolean {
  if (segments.some((segment, index) => isOtherWording(segment, segments[index + 1]))) return false
  const text = (op: Segment['op']) =>
    segments
      .filter((segment) => segment.op !== op)
      .map((segment) => segment.text)
      .join('')
  const [old, now] = [text('insert'), text('delete')].map((words) => spelled(foldText(words)))
  if (old === now) return true
  return segments.every(({op, text: words}) => op === 'equal' || PARTICLES.test(words))
}

/** Whether words were surely exchanged for others, and not for another spelling of the same. */
function isOtherWording({op, text}: Segment, next: Segment | undefined): boolean {
  if (op !== 'delete' || next?.op !== 'insert') return false
  const [old, now] = [foldText(text), foldText(next.text)]
  if (!/[\p{L}\p{N}]/u.test(old) || !/[\p{L}\p{N}]/u.test(now)) return false
  return MAY_VARY.test(old + now)
    ? Math.min(old.length, now.length) > 8 && spelled(old) !== spelled(now)
    : old.replaceAll(' ', '') !== now.replaceAll(' ', '')
}

/** What any variant of spelling has a part of. */
const MAY_VARY = /[帐账号户登陆录其它他做作出截止至]|mail|site|web|licen[cs]e/i

function spelled(text: string): string {
  if (!ANY_VARIANT.test(text)) return text
  return VARIANTS.reduce((words, [pattern, standard]) => words.replace(pattern, standard), text)
}

const ANY_VARIANT = new RegExp(VARIANTS.map(([pattern]) => pattern.source).join('|'), 'i')
