import type {ReferencePattern} from '../reference-pattern.ts'
import {resolveAnnex, resolveOwnSection, resolveTopic} from '../resolve-named.ts'
import {resolveNumber} from '../resolve-number.ts'

/** `3 business days`, `5 May 2026`, `10%`: numbers that count something. */
const QUANTITY =
  '(?:\\s?[%‰€$£]|[\\s-](?:\\p{L}+\\s)?(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|times|per\\s?cent|copies|users?|seats?|other|more|further|additional|Tagen?|Wochen?|Monaten?|Jahren?|Stunden?|Prozent|jours?|mois|ans?|heures?|semaines?)\\b|\\s\\p{Lu}\\p{Ll}+\\s\\d{4})'
const AND = '(?:\\s?[,;]?\\s(?:and/or|and|or|through|to|as\\swell\\sas|&|und|oder|bis|sowie|et|ou|à|ainsi\\sque)\\s|\\s?[–—-]\\s?)'
const COMMA = '\\s?[,;]\\s?'

/** Numbers of one shape after a word in the plural: `1, 2 and 4–6`. */
function several(shape: string): string {
  return `${shape}(?:(?:${COMMA}|${AND})${shape}(?!${QUANTITY}))*`
}

/** The same after a word in the singular, where a comma joins numbers only if an `and` follows: `5, 30 users` is one number. */
function oneOrMore(shape: string): string {
  const next = `${shape}(?!${QUANTITY})`
  return `${shape}(?:(?:${COMMA}${next})*${AND}${next})*`
}

const DIGITS = '\\d{1,4}(?:\\.\\d{1,3})*(?!\\.?\\d)(?:\\s?\\([a-zA-Z0-9]{1,4}\\))*'
const ROMAN = '[IVXLC]{1,6}\\b'
const LETTER = '[A-HJ-Z](?:\\.\\d{1,2}|\\(\\d\\))?(?![\\p{L}\\d])'
const SHAPES = [DIGITS, ROMAN, LETTER]
const ITEM = '\\([a-z]{1,3}\\)'
const CLAUSE = '(?:Section|Clause|Article|Paragraph|section|clause|paragraph)'
const ANNEX = '(?:Annex|Appendix|Schedule|Exhibit|Addendum|Anlage|Anhang|Annexe)'
const ANNEXES = '(?:Annex(?:es)?|Appendi(?:xes|ces)|Schedules|Exhibits|Addenda|Anlagen|Anhänge|Annexes)'
const ANNEX_SHAPES = ['\\d{1,2}(?!\\d)', '[A-Z]\\b', '[IVX]{1,4}\\b']
const GERMAN = '\\d{1,3}[a-z]?(?![\\p{L}\\d])(?:\\s?(?:Abs\\.|Absatz)\\s?\\d{1,2})?(?:\\s?(?:S\\.|Satz|Nr\\.)\\s?\\d{1,2})*'
const FRENCH = '\\d{1,4}(?:\\.\\d{1,3})*(?!\\d)'
const STATUTE_FRENCH = '[LR]\\.?\\s?\\d{1,4}(?:[-.]\\d{1,3})*'

/** References in languages of Latin script, the surest first. */
export const LATIN_REFERENCES: readonly ReferencePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:${CLAUSE}s|Secs\\.|Arts\\.)\\s+(?:${SHAPES.map(several).join('|')})|(?:${CLAUSE}s?|Secs?\\.|Arts?\\.)\\s+(?:${SHAPES.map(oneOrMore).join('|')}|${ITEM}))`,
      'gu',
    ),
    members: new RegExp(`(?<![\\p{L}\\d.(])(?<number>${[...SHAPES, ITEM].join('|')})`, 'gu'),
    resolve: resolveNumber,
  },
  {pattern: /\b(?:this|that)\s+(?:Section|Clause|Article|paragraph|clause|section)\b/g, resolve: resolveOwnSection},
  {
    pattern: new RegExp(
      `\\b(?:${ANNEXES}\\s+(?:${ANNEX_SHAPES.map(several).join('|')})|${ANNEX}\\s+(?:${ANNEX_SHAPES.map(oneOrMore).join('|')}))`,
      'gu',
    ),
    members: new RegExp(`(?<![\\p{L}\\d])(?<number>${ANNEX_SHAPES.join('|')})`, 'gu'),
    resolve: resolveAnnex,
  },
  {
    pattern: /\b(?:the\s+)?following\s+(?:specific\s+|additional\s+)?(?:terms|conditions|provisions|rules)\b/gi,
    resolve: () => ({resolved: true}),
  },
  {
    pattern:
      /\b(?:contains?|includes?)\s+(?:an?\s+)?(?<topic>limitation\s+(?:of|on)\s+(?:our\s+|its\s+)?liability|arbitration (?:clause|provision|agreement)|class action waiver)\b/gi,
    resolve: resolveTopic,
  },
  {pattern: /\bthroughout\s+(?:these|this)\s+(?:Terms|Agreement|Conditions)\b/g, resolve: () => ({resolved: true})},
  {
    pattern: /\b(?:at|on)\s+the\s+(?:top|bottom|end|beginning)\s+of\s+(?:this|the)\s+(?:page|document|agreement)\b/gi,
    resolve: () => ({resolved: true, target: '0.p1'}),
  },
  {
    // `§ 38-12-101` is a statute, `§§ 5–7` a range.
    pattern: /(?<!§)(?!§§\s?\d{1,2}[-–]\d{1,2}(?![-–.\d]))§§?\s?\d{1,4}[a-z]?(?:[-–.]\d{1,5})+(?:\([A-Za-z\d]{1,3}\))*/g,
    resolve: () => ({resolved: true, external: true}),
  },
  {
    pattern: new RegExp(`§§\\s?${several(GERMAN)}|§\\s?${GERMAN}`, 'gu'),
    members: /(?<![\p{L}\d])(?<number>\d{1,3}[a-z]?)(?:\s?(?:Abs\.|Absatz)\s?(?<paragraph>\d{1,2}))?(?:\s?(?:S\.|Satz|Nr\.)\s?\d{1,2})*/gu,
    resolve: resolveNumber,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:Ziffern|Punkte|Punkten|Artikeln|Abschnitte|Abschnitten|Nummern)\\s?${several(DIGITS)}|(?:Ziffer|Ziff\\.|Punkt|Artikel|Art\\.|Abschnitt|Nummer)\\s?${oneOrMore(DIGITS)})`,
      'gu',
    ),
    members: new RegExp(`(?<![\\p{L}\\d.(])(?<number>${DIGITS})`, 'gu'),
    resolve: resolveNumber,
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:articles|paragraphes|clauses|sections)\\s${several(`(?:${STATUTE_FRENCH}|${FRENCH})`)}|(?:article|paragraphe|clause|section|point)\\s(?:${STATUTE_FRENCH}|\\d{1,4}(?:[-.]\\d{1,3})*))`,
      'giu',
    ),
    members: new RegExp(`(?<![\\p{L}\\d.-])(?<number>${STATUTE_FRENCH}|\\d{1,4}(?:[-.]\\d{1,3})*)`, 'giu'),
    resolve: (mention) => (/[LR]/.test(mention.groups.number ?? '') ? {resolved: true, external: true} : resolveNumber(mention)),
  },
]
