import type {Agreement} from '../clause-tree/index.ts'
import {clauseTexts} from './clause-text.ts'
import type {ForumFact} from './facts.ts'
import {candidateFinder} from './search/candidate-finder.ts'

/** Finds the court or arbitral institution that the agreement names for disputes. */
export function findForum(agreement: Agreement): ForumFact | undefined {
  for (const {clause, text} of clauseTexts(agreement)) {
    for (const {kind, pattern} of candidates(text)) {
      const name = pattern.exec(text)?.groups?.name?.trim()
      if (name) return {kind, name, path: clause.path}
    }
  }
  return undefined
}

const PATTERNS: readonly {readonly kind: ForumFact['kind']; readonly pattern: RegExp}[] = [
  {kind: 'arbitration', pattern: /(?:提交|提请|交由|向|由)(?<name>[\p{Script=Han}（()）]{2,24}仲裁(?:委员会|院|中心))/u},
  {kind: 'court', pattern: /(?:提交至|向|由|提交|至)(?<name>(?:[\p{Script=Han}（()）]{2,30}?|[^，。；]{2,30}?有管辖权的)人民法院)/u},
  {
    kind: 'court',
    pattern:
      /\b(?<name>(?:people['’]s |competent |state |federal )*courts? (?:with jurisdiction )?(?:of|at|in|for) (?:the )?(?:your|our|\w+['’]s|defendant['’]s|place|domicile|seat)[^.;,]{0,60}?(?:domicile|residence|seat|registered office|place of business|located|contract))/i,
  },
  {
    kind: 'arbitration',
    pattern:
      /\b(?<name>American Arbitration Association|AAA|JAMS|ICC|LCIA|SIAC|HKIAC|CIETAC|[A-Z][\w ]{2,40}(?:Arbitration|Arbitral) (?:Centre|Center|Association|Commission|Institution|Court))\b/,
  },
  {
    kind: 'court',
    pattern:
      /\b(?<name>(?:(?:state|federal|competent|exclusive|the)\s+)*courts?\s+(?:of|in|located in|sitting in|for)\s+[A-Z][\w,.' ]{2,60}?)(?=[.,;]|\s+(?:shall|have|has|will|and you))/,
  },
  {kind: 'court', pattern: /Gerichtsstand[^.]{0,60}?\b(?:ist|in)\s+(?<name>[A-ZÄÖÜ][\wäöüß-]+)/},
  {
    kind: 'court',
    pattern:
      /(?:compétence|tribunaux compétents|tribunal)[^.]{0,40}?\b(?:de|du ressort de)\s+(?<name>\p{Lu}[\p{L}-]+(?:[ -]\p{Lu}[\p{L}-]+)*)/u,
  },
]

const candidates = candidateFinder(PATTERNS, ({pattern}) => pattern)
