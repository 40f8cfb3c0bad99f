import {type ComparedVersion, compile} from '../../src/compiler/index.ts'

/** The only agreement of a source, as a version to compare. */
export function versionOf(source: string, locale?: string): ComparedVersion {
  const [compiled] = compile(source, {locale})
  if (!compiled) throw new Error('no agreement in the source')
  return {agreement: compiled.agreement, facts: compiled.facts}
}
