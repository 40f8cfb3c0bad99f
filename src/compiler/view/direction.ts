/** Direction in which the script of a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(?:ar|he|fa|ur|ps|ckb|ug|yi|dv|sd)\b|-(?:Arab|Hebr|Thaa)\b/.test(locale) ? 'rtl' : 'ltr'
}
