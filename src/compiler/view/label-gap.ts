/** What stands between a label and the text after it: full-width signs need no blank. */
export function labelGap(label: string): string {
  return label === '' || /[、）．：】〕]$/.test(label) ? '' : ' '
}
