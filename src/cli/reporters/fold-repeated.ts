import {type Diagnostic, lintRules} from '../../index.ts'

/**
 * Tells a slip that a text repeats once: at its first place, with the other places in the message and all edits in one fix.
 * For people; programs are told of every place.
 */
export function foldRepeated(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const slips = new Map<string, [Diagnostic, ...Diagnostic[]]>()
  for (const [index, diagnostic] of diagnostics.entries()) {
    const slip = slipOf(diagnostic) ?? String(index)
    const known = slips.get(slip)
    if (known) known.push(diagnostic)
    else slips.set(slip, [diagnostic])
  }
  return [...slips.values()].map(([first, ...others]) => (others.length > 0 ? withPlaces(first, others) : first))
}

/** What a finding has in common with those that repeat it. */
function slipOf({ruleId, severity, message, file}: Diagnostic): string | undefined {
  const repeats = lintRules.find(({id}) => id === ruleId)?.repeats
  return repeats && JSON.stringify([file, ruleId, severity, repeats === 'message' ? message : ''])
}

function withPlaces(first: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const places = others.slice(0, PLACES).map(({position}) => `${position?.start.line}:${position?.start.column}`)
  const message = `${first.message}; ${others.length} further ${others.length > 1 ? 'places' : 'place'}: ${places.join(', ')}${others.length > PLACES ? ', …' : ''}`
  const edits = others.flatMap(({fix}) => fix?.edits ?? [])
  return {...first, message, ...(first.fix ? {fix: {...first.fix, edits: [...first.fix.edits, ...edits]}} : {})}
}

/** Places that a message names. */
const PLACES = 12
