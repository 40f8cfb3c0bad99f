/** Language of a text as BCP 47 tag, from script and function words; `und` where nothing tells. */
export function detectLocale(text: string): string {
  const sample = text.slice(0, 20_000).replace(/<\/?[a-z][^>]{0,200}>/gi, ' ')
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(/\p{Script=Hangul}/gu)
  const latin = count(/\p{Script=Latin}/gu)
  const arabic = count(/\p{Script=Arabic}/gu)
  if (kana > 20 && kana * 5 > han) return 'ja'
  if (hangul > 20 && hangul > han) return 'ko'
  if (arabic > latin) return 'ar'
  if (han > 0 && han * 3 > latin) return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-TW' : 'zh-CN'
  const words = sample.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []
  let best = {locale: latin > 0 ? 'en' : 'und', hits: 2}
  for (const [locale, functionWords] of FUNCTION_WORDS) {
    const hits = words.filter((word) => functionWords.has(word)).length
    if (hits > best.hits) best = {locale, hits}
  }
  return best.locale
}

const TRADITIONAL = /[個們這來對時會說國學與為發後務無項條關於應還]/g
const SIMPLIFIED = /[个们这来对时会说国学与为发后务无项条关于应还]/g

const FUNCTION_WORDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', new Set('the of and to in or you your our we by with for shall that this is'.split(' '))],
  ['de', new Set('der die das und oder nicht mit von zu den dem des ist sie wir ein eine für auf'.split(' '))],
  ['fr', new Set('le la les des et ou du de vous nous est par pour dans sur une aux votre'.split(' '))],
  ['es', new Set('el la los las y o de del que en por para con su usted se una'.split(' '))],
  ['it', new Set('il lo la gli le e o di del della che per con non una nel'.split(' '))],
  ['nl', new Set('de het een en of van voor met niet is u wij op aan'.split(' '))],
  ['pt', new Set('o a os as e ou de do da que em por para com não uma'.split(' '))],
]
