import type {RoledBlock} from './find-headings.ts'

/** Blocks that a heading cannot come between: a list, a paragraph. */
export interface TextGroup {
  readonly blocks: readonly RoledBlock[]
  readonly text: string
  /** Follows a lead-in, such as `如下：`. */
  readonly isLedIn: boolean
  /** Announces clauses below it: `按照如下条款`, `as set out below`. */
  readonly announcesClauses: boolean
}

/** Whether a group begins a list: `1.`, as stands below a heading. */
export function startsList(group: TextGroup | undefined): boolean {
  return listNumber(group) === 1
}

/** Number of the group in a list such as `1.`, `2.`; `undefined` for text and for members in brackets, which stand below such a list. */
export function listNumber(group: TextGroup | undefined): number | undefined {
  const label = group?.blocks[0]?.block.labels.find(
    ({values, rank, style}) => rank !== 'bullet' && values.length === 1 && !ITEM.test(style),
  )
  return label?.values[0]
}

/** Texts as groups; what stands before and at the last title stays in front. */
export function groupTexts(texts: readonly RoledBlock[]): {readonly lead: readonly RoledBlock[]; readonly groups: readonly TextGroup[]} {
  const title = texts.findLastIndex(({role}) => role !== 'text')
  let leadEnd = title + 1
  while (title >= 0 && leadEnd < texts.length && DATE_LINE.test(texts[leadEnd]?.block.text ?? '')) leadEnd += 1
  const groups: {blocks: RoledBlock[]; isLedIn: boolean}[] = []
  for (const entry of texts.slice(leadEnd)) {
    const last = groups.at(-1)
    const item = entry.block.labels.find(({style, rank}) => rank === 'bullet' || ITEM.test(style))
    const before = last?.blocks.at(-1)?.block.text ?? ''
    const isFirst = item?.values.at(-1) === 1 && item.rank !== 'bullet'
    if (item && last && !isFirst) last.blocks.push(entry)
    else groups.push({blocks: [entry], isLedIn: item !== undefined && /[:：]$/.test(before)})
  }
  return {
    lead: texts.slice(0, leadEnd),
    groups: groups.map(({blocks, isLedIn}) => {
      const text = blocks.map(({block}) => block.text).join('\n')
      return {blocks, text, isLedIn, announcesClauses: blocks.length === 1 && ANNOUNCES.test(text)}
    }),
  }
}

const ITEM = /paren|glyph|^[ai]-/
const DATE_LINE = /^[^。]{0,30}\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}[^。]{0,20}$/
const ANNOUNCES =
  /(?:如下|以下|下列|下述)(?:条款|约定|规定|各条|方案|办法|各节)[^。]{0,12}[:：。]?$|\b(?:following (?:clauses|sections|provisions|terms|articles)|set out below|as follows)\b[^.]{0,40}[.:]?$/i
