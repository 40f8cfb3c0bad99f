/**
 * Whether a text is laid out in lines for the eye, as extractors, mails and text files are, and not Markdown: it has no headings, lists,
 * links or bold runs of Markdown, or so few that they are accidents.
 */
export function isLaidOutText(text: string): boolean {
  if (text.includes('\f')) return true
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const headings = lines.filter((line) => /^ {0,3}#{1,6}\s+\S/.test(line) || /^(?:={3,}|-{3,})\s*$/.test(line)).length
  const others = lines.filter(
    (line) => /^\s*(?:[-*+]|>)\s+\S/.test(line) || /\*\*[^*\s][^*]*\*\*|\]\([^)\s]+\)|^\s*\|.*\|\s*$|<u>/.test(line),
  ).length
  return headings === 0 && others * 20 <= lines.length
}
