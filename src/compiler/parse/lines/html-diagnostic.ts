import type {Dropped} from '../../clause-tree/index.ts'
import type {Diagnostic} from '../../diagnostic/index.ts'

/** Says that an HTML tag was left out: its mate is missing, or agreements do not use it. */
export function htmlDiagnostic(dropped: Dropped, unmatched: boolean): Diagnostic {
  const tag = dropped.text.length > 40 ? `${dropped.text.slice(0, 39)}…` : dropped.text
  return unmatched
    ? {
        ruleId: 'html-unmatched',
        severity: 'error',
        message: `Unexpected \`${tag}\` without its mate, expected an opening and a closing tag`,
        position: dropped.position,
        actual: tag,
      }
    : {
        ruleId: 'html-not-allowed',
        severity: 'warning',
        message: `Unexpected HTML \`${tag}\`, expected Markdown, \`<u>\` or \`<ins>\``,
        position: dropped.position,
        actual: tag,
      }
}
