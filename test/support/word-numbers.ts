import Nzh from 'nzh'

/** The automatic numbers of a Word file with lists of one level, in the order in which its paragraphs ask for them. */
export function wordNumbers(numbering: string): (numId: string) => string {
  const abstracts = new Map(
    [...numbering.matchAll(/<w:abstractNum w:abstractNumId="(\d+)".*?<w:lvl w:ilvl="0"(.*?)<\/w:lvl>/gs)].map(([, id = '', level = '']) => {
      const value = (name: string) => new RegExp(`<w:${name} w:val="([^"]*)"`).exec(level)?.[1] ?? ''
      return [id, {start: Number(value('start')), format: value('numFmt'), text: value('lvlText'), suffix: value('suff')}]
    }),
  )
  const lists = new Map(
    [...numbering.matchAll(/<w:num w:numId="(\d+)".*?<w:abstractNumId w:val="(\d+)"/gs)].map(([, id = '', abstract = '']) => [
      id,
      abstract,
    ]),
  )
  const counts = new Map<string, number>()
  return (numId) => {
    const level = abstracts.get(lists.get(numId) ?? '')
    if (!level) throw new Error(`no list ${numId}`)
    const value = (counts.get(numId) ?? level.start - 1) + 1
    counts.set(numId, value)
    return level.text.replace('%1', inFormat(value, level.format)) + (level.suffix === 'space' ? ' ' : '')
  }
}

function inFormat(value: number, format: string): string {
  switch (format) {
    case 'decimal':
      return String(value)
    case 'lowerLetter':
      return String.fromCharCode(96 + value)
    case 'upperLetter':
      return String.fromCharCode(64 + value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'chineseCounting':
      return Nzh.cn.encodeS(value, {tenMin: true})
    default:
      throw new Error(`no format ${format}`)
  }
}

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  const [next] = signs.filter(([size]) => size <= value)
  return next ? next[1] + roman(value - next[0]) : ''
}
