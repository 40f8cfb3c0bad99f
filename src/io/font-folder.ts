import {readFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {cachedFile, contentKey} from './cache-folder.ts'
import {packageFolder} from './chromium-binary.ts'

/** The fonts that documents are set in, as fontconfig sees them. */
export interface FontFolder {
  /** Configuration that knows these fonts and no others; goes into `FONTCONFIG_FILE`. */
  readonly configFile: string
  /** Code points that at least one font has a glyph for. */
  readonly covered: Pick<ReadonlySet<number>, 'has'>
}

/**
 * Prepares Noto Sans for Latin, Arabic, and Chinese, Japanese and Korean as each is written, once per version of the packages. Compatibility radicals and
 * ideographs lose their glyphs: browsers would write them into PDF in place of the ideographs that share their shape, and no reader
 * could search for those.
 */
export async function fontFolder(): Promise<FontFolder> {
  const sources = FONTS.flatMap(({packageName, family, weights}) =>
    weights.map((weight) => join(packageFolder(packageName), weight, `${family}_${weight}.ttf`)),
  )
  const versions = await Promise.all(FONTS.map(async ({packageName}) => contentKey(join(packageFolder(packageName), 'package.json'))))
  const key = `fonts-4-${versions.join('-')}`
  const files: string[] = []
  for (const source of sources)
    files.push(await cachedFile({key: `${key}/ttf`, name: basename(source)}, async () => withoutDoubles(await readFile(source))))
  const coverage = await cachedFile({key, name: 'coverage.json'}, async () => {
    const {create} = await import('fontkit')
    const sets = await Promise.all(files.map(async (file) => create(await readFile(file)).characterSet))
    return Buffer.from(JSON.stringify(ranges([...new Set(sets.flat())])))
  })
  const fonts = dirname(files[0] ?? '')
  const configFile = await cachedFile({key, name: 'fonts.conf'}, async () =>
    Buffer.from(fontsConfiguration(fonts, join(fonts, '..', 'fontconfig'))),
  )
  const known: readonly (readonly [number, number])[] = JSON.parse(await readFile(coverage, 'utf8'))
  const covered = new Uint8Array(0x110000)
  for (const [from, to] of known) covered.fill(1, from, to + 1)
  return {configFile, covered: {has: (code) => covered[code] === 1}}
}

/** Characters of a text that no font has a glyph for, each once, in order. White space and control characters need none. */
export function missingGlyphs(text: string, {covered}: FontFolder): string[] {
  const missing = new Set<string>()
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (!covered.has(code) && !/\s|\p{C}|\p{Variation_Selector}/u.test(character)) missing.add(character)
  }
  return [...missing]
}

const FONTS = [
  {packageName: '@expo-google-fonts/noto-sans-sc', family: 'NotoSansSC', weights: ['400Regular', '700Bold']},
  {packageName: '@expo-google-fonts/noto-sans-tc', family: 'NotoSansTC', weights: ['400Regular', '700Bold']},
  {packageName: '@expo-google-fonts/noto-sans-jp', family: 'NotoSansJP', weights: ['400Regular', '700Bold']},
  {packageName: '@expo-google-fonts/noto-sans-kr', family: 'NotoSansKR', weights: ['400Regular', '700Bold']},
  {packageName: '@expo-google-fonts/noto-sans-arabic', family: 'NotoSansArabic', weights: ['400Regular', '700Bold']},
  {
    packageName: '@expo-google-fonts/noto-sans',
    family: 'NotoSans',
    weights: ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  },
]

/**
 * Keeps one code point for each glyph. Where several share one, a browser writes whichever it finds first into the PDF, and the text
 * that is copied or searched is another than the one that was written.
 */
async function withoutDoubles(font: Buffer): Promise<Buffer> {
  const [{create}, {default: subsetFont}] = await Promise.all([import('fontkit'), import('subset-font')])
  const parsed = create(font)
  const owners = new Map<number, number>()
  for (const code of parsed.characterSet) {
    const glyph = parsed.glyphForCodePoint(code).id
    const owner = owners.get(glyph)
    if (owner === undefined || rank(code) < rank(owner)) owners.set(glyph, code)
  }
  const kept = parsed.characterSet.filter(
    (code) => owners.get(parsed.glyphForCodePoint(code).id) === code || /\s/.test(String.fromCodePoint(code)),
  )
  if (kept.length === parsed.characterSet.length) return font
  let text = ''
  for (const code of kept) text += String.fromCodePoint(code)
  return subsetFont(font, text, {targetFormat: 'truetype'})
}

/** Compatibility characters lose against all others, agreements' usual signs win, else the lower code point does. */
function rank(code: number): number {
  if (USUAL.has(code)) return 0
  const isCompatible =
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xffa0 && code <= 0xffdc) ||
    (code >= 0x1100 && code <= 0x11ff)
  return isCompatible ? code + 0x110000 : code
}

const USUAL: ReadonlySet<number> = new Set([...'・–…／｀～〈〉'].map((character) => character.codePointAt(0) ?? 0))

function ranges(codes: readonly number[]): [number, number][] {
  const joined: [number, number][] = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = joined.at(-1)
    if (last && code <= last[1] + 1) last[1] = code
    else joined.push([code, code])
  }
  return joined
}

function fontsConfiguration(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${escapeXml(fonts)}</dir><cachedir>${escapeXml(cache)}</cachedir></fontconfig>\n`
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`)
}
