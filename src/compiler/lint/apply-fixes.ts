import type {Diagnostic} from '../diagnostic/index.ts'

/** Applies the safe fixes of diagnostics to their source; of two that overlap the first one wins. */
export function applyFixes(source: string, diagnostics: readonly Diagnostic[]): string {
  const edits = diagnostics
    .flatMap(({fix}) => fix?.edits ?? [])
    .map(({position, text}) => ({start: position.start.offset ?? 0, end: position.end.offset ?? 0, text}))
    .sort((a, b) => a.start - b.start)
  let fixed = ''
  let from = 0
  for (const {start, end, text} of edits) {
    if (start < from) continue
    fixed += source.slice(from, start) + text
    from = end
  }
  return fixed + source.slice(from)
}
