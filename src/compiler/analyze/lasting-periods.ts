/**
 * Whether a period only says how long something lasts: how long records are kept, how long a voucher is valid or a trial may be used.
 * Nobody gives notice by it and nobody has to keep it as a deadline. `number` is where its count begins, `end` where its words end.
 */
export function isLasting(text: string, number: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, number - REACH), number), text.slice(end, end + REACH)]
  return LASTS_BEFORE.some((pattern) => pattern.test(before)) || LASTS_AFTER.some((pattern) => pattern.test(after))
}

/** Letters in which the verb stands. */
const REACH = 80

const LASTS_BEFORE = [
  /(?:保存|保留(?![^，。；]{0,8}权)|留存|存储|储存|存放|存档|归档|备份|试用|有效期|使用期|质保|保修)(?!后|之日)[^，。；]{0,12}$/,
  /\b(?:keep|keeps|kept|retain|retains|retained|stores?|stored|preserved?|archived?|holds?|held|valid|(?:can|may) (?:be )?used?|accessible|available)\b[^,.;]{0,60}\b(?:for|during)\s+(?:(?:at least|up to|no more than|a|the|period of|another)\s+)*$/i,
  /(?:conserv|stock|archiv|valable|utilisable)\p{L}*\s[^,.;]{0,40}$/iu,
  /\b(?:gültig|speichern|aufbewahren|bewahren)\b[^,.;]{0,30}$/i,
]
const LASTS_AFTER = [
  /^(?:均|仍|继续|持续)?(?:有效|可以?使用|使用(?!说明|规则))/,
  /^\s+(?:lang\s+)?(?:aufbewahrt|aufzubewahren|gespeichert|zu speichern|gültig|nutzbar)/,
]
