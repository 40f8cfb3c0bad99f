/** Full-width Latin, digits and punctuation → half-width, character by character, so that offsets hold. Han punctuation stays. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, (character) => {
    const code = character.charCodeAt(0)
    return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : ' '
  })
}
