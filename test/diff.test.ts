import {type CompiledAgreement, compareAgreements, compile} from '../src/compiler/index.ts'
import {fixtures} from './support/fixtures.ts'
import {printChanges} from './support/print-changes.ts'

fixtures('diff', 'changes.txt', ({read}) => printChanges(compareAgreements(compiled(read('before.md')), compiled(read('after.md')))))

function compiled(source: string): CompiledAgreement {
  const [agreement] = compile(source)
  if (!agreement) throw new Error('no agreement')
  return agreement
}
