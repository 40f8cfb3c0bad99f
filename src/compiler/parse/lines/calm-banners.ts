/**
 * Turns titles between two rules of equal signs, as plain texts set them, into headings: the rule above becomes a thematic break,
 * the label of the title no list marker, and the rule below is an underline to Markdown anyway. The result has the same length.
 */
export function calmBanners(text: string): string {
  if (!text.includes('====')) return text
  return text.replace(BANNER, (_, before: string, rule: string, title: string) => {
    return before + '-'.repeat(rule.length) + title.replace(LIST_MARKER, '$1x')
  })
}

/** Before the upper rule a line is empty; else that rule would underline it. */
const BANNER = /(^|\n[ \t\r]*\n)(={4,})([ \t\r]*\n(?=[^\n]*[^\s=])[^\n]{1,200}\n(?=={4,}[ \t\r]*(?:\n|$)))/g

const LIST_MARKER = /^([ \t\r]*\n {0,3}\d{1,9})[.)](?=[ \t])/
