/** Full-width letters, digits, brackets and signs → half-width, character by character, so that offsets hold. Chinese commas, colons and stops stay. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff02-\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\u3000\u00a0]/g, (character) => {
    const code = character.charCodeAt(0)
    return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : ' '
  })
}
