import {clauseTexts} from '../analyze/index.ts'
import type {ComparedVersion} from '../diff/index.ts'
import type {ClauseSource} from './own-periods.ts'

/** What the version in force itself says of its changes. */
export interface ChangeClauses {
  /** The provider may change the agreement by notice. */
  readonly powerToChange?: ClauseSource
  /** Some changes bind only who agrees anew. */
  readonly renewedConsent?: ClauseSource
  /** What a reader who does not agree may do; the sentences in full. */
  readonly exits: readonly ClauseSource[]
  /** Silence or further use counts as consent. */
  readonly silence?: ClauseSource
}

/** Finds those clauses; of several the first one. */
export function changeClauses({agreement}: ComparedVersion): ChangeClauses {
  const found: {-readonly [Name in RowName]?: ClauseSource} = {}
  const exits: ClauseSource[] = []
  for (const {clause, text} of clauseTexts(agreement))
    for (const sentence of sentencesOf(text)) {
      const source = {path: clause.path, ...(clause.label ? {label: clause.label.text} : {}), phrase: sentence.trim()}
      if (EXIT.test(sentence)) exits.push(source)
      for (const {name, pattern, without} of ROWS)
        if (found[name] === undefined && pattern.test(sentence) && !without?.test(sentence)) found[name] = source
    }
  return {...found, exits}
}

function sentencesOf(text: string): string[] {
  return text.match(/[^。！？!?.]*(?:[。！？!?]|\.|$)/g)?.reduce<string[]>(joinDecimals, []) ?? []
}

/** A full stop inside a number or a name ends no sentence. */
function joinDecimals(sentences: string[], part: string): string[] {
  const last = sentences.at(-1)
  if (last !== undefined && /\.$/.test(last) && /^\S/.test(part)) sentences[sentences.length - 1] = last + part
  else if (part !== '') sentences.push(part)
  return sentences
}

const EXIT =
  /(?:不同意|不接受|不认可)[^。]*(?:变更|修改|修订|调整|更新|价格|协议)[^。]*(?:终止|解除|停止使用|注销|退出)|(?:变更|修改|修订|调整|更新)[^。]*(?:不同意|不接受|不认可)[^。]*(?:终止|解除|停止使用|注销|退出)|\b(?:(?:do|does) not (?:agree|accept)|disagree|object)\b[^.]*\b(?:terminat|end this|end the|cancel|stop using|close your)\w*/i

type RowName = Exclude<keyof ChangeClauses, 'exits'>

const ROWS: readonly {readonly name: RowName; readonly pattern: RegExp; readonly without?: RegExp}[] = [
  {
    name: 'renewedConsent',
    pattern:
      /(?:变更|修改|修订|调整|更新)[^。]*(?:再次|重新|另行|明示|明确)[^。，]{0,6}(?:确认|同意)[^。]{0,14}(?:后|才|方可?)[^。]{0,8}(?:生效|适用|约束)|(?:chang|amend|modif|updat)\w*[^.]*\bonly\b[^.]*\b(?:confirm|agree|consent|accept)\w*/i,
    without: /双方(?:书面)?(?:协商)?一致|signed by both|both parties/i,
  },
  {
    name: 'silence',
    pattern:
      /(?:变更|修改|修订|调整|更新)[^。]*(?:继续使用|未提出(?:书面)?异议|没有提出异议|未表示异议|逾期)[^。]*视为|继续使用[^。]*视为[^。]*(?:同意|接受)[^。]*(?:变更|修改|修订|调整|更新)|\b(?:continued? (?:to )?us(?:e|ing)|silence|not object)\b[^.]*\b(?:accept|agree|consent|deemed)\w*[^.]*|deemed to (?:have )?accept[^.]*chang/i,
  },
  {
    name: 'powerToChange',
    pattern:
      /(?:有权|可以|可能|可|将|会|如有|如)[^。]{0,12}(?:变更|修改|修订|更新|调整)[^。]{0,10}(?:本?协议|条款|规则|政策|SLA)|(?:协议|条款|规则|政策)[^。]{0,10}(?:如有|有)(?:调整|变更|修改|更新)|(?:may|can|reserves? the right to|will)\b[^.]{0,40}\b(?:change|amend|modify|update|revise)\b[^.]{0,40}\b(?:terms|agreement|policy|conditions)/i,
    without: /^(?:您|用户)|书面一致|双方协商|\byou may\b/i,
  },
]
