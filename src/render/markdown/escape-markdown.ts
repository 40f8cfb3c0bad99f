/** Text → Markdown that shows exactly it: no markup, no HTML, no mention of a person. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]#|~$>]/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/(https?|ftp)(:\/\/)/gi, '$1&#58;//')
    .replace(/\bwww\./gi, 'www&#46;')
}
