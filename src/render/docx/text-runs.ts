import {type IRunOptions, Tab} from 'docx'
import type {SpanView} from '../../compiler/view/index.ts'

type Marks = SpanView['marks']

/** Marks of a span as Word writes them; only those that are set. */
export function looksOf(marks: Marks): IRunOptions {
  return {
    ...(marks.includes('bold') ? {bold: true} : {}),
    ...(marks.includes('italic') ? {italics: true} : {}),
    ...(marks.includes('underline') ? {underline: {type: 'single'}} : {}),
    ...(marks.includes('strike') ? {strike: true} : {}),
  }
}

/** Text as content of runs: tabs are tabs, and each further line is a run of its own that begins with a break. */
export function textRuns(value: string, marks: Marks): IRunOptions[] {
  const looks = looksOf(marks)
  return withoutForbidden(value)
    .split('\n')
    .map((line, index) => ({
      ...looks,
      ...(index > 0 ? {break: 1} : {}),
      children: line.split('\t').flatMap((text, at) => [...(at > 0 ? [new Tab()] : []), ...(text === '' ? [] : [text])]),
    }))
    .filter(({children}, index) => children.length > 0 || index > 0)
}

/** XML 1.0 has no place for most control characters and for halves of surrogate pairs. */
function withoutForbidden(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
}
