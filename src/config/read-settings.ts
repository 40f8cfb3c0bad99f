import type {Static, TSchema} from 'typebox'
import {Value} from 'typebox/value'
import {isMap, isNode, isScalar, LineCounter, type Node, parseDocument} from 'yaml'
import type {Diagnostic} from '../compiler/index.ts'

/** Settings, or what keeps the file from being read as such. */
export type ReadSettings<T> =
  | {readonly settings: T; readonly diagnostics: readonly []}
  | {readonly settings?: never; readonly diagnostics: readonly Diagnostic[]}

/** Reads YAML by a schema; each fault comes with its line and what was expected there. An empty file is an empty object. */
export function readSettings<S extends TSchema>(yaml: string, schema: S, file: string): ReadSettings<Static<S>> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, {lineCounter: lines})
  const broken = document.errors.map((error) =>
    fault(error.message.split('\n')[0]?.replace(/:$/, '') ?? error.message, error.pos[0], 'settings-syntax'),
  )
  if (broken.length > 0) return {diagnostics: broken}
  const value: unknown = document.toJS({maxAliasCount: 100}) ?? {}
  if (Value.Check(schema, value)) return {settings: value, diagnostics: []}
  const faults = [...Value.Errors(schema, value)].filter((error) => !/^(?:const|boolean)$/.test(error.keyword))
  return {diagnostics: faults.map((error) => schemaFault(error.instancePath, error.keyword, error.message, error.params))}

  function schemaFault(path: string, keyword: string, message: string, params: object): Diagnostic {
    const keys = path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    const extra = names(params, 'additionalProperties')[0]
    const missing = names(params, 'requiredProperties').join('`, `')
    const where = keys.length === 0 ? 'the file' : `\`${keys.join('.')}\``
    if (extra !== undefined)
      return fault(
        `Unexpected key \`${extra}\` in ${where}, expected ${known(schema, keys)}`,
        offsetOf([...keys, extra]),
        'settings-unknown-key',
      )
    if (missing !== '') return fault(`Missing \`${missing}\` in ${where}`, offsetOf(keys), 'settings-missing-key')
    const expected = keyword === 'anyOf' ? allowed(schema, keys) : message.replace(/^must /, '')
    return fault(`Unexpected value of ${where}, expected ${expected}`, offsetOf(keys), 'settings-value')
  }

  function offsetOf(keys: readonly string[]): number {
    const pair = keys.length === 0 ? document.contents : keyNode(keys)
    return pair?.range?.[0] ?? 0
  }

  function keyNode(keys: readonly string[]): Node | undefined {
    const parent: unknown = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true)
    if (isMap(parent)) for (const pair of parent.items) if (isScalar(pair.key) && String(pair.key.value) === keys.at(-1)) return pair.key
    const node: unknown = document.getIn(keys, true)
    return isNode(node) ? node : undefined
  }

  function fault(message: string, offset: number, ruleId: string): Diagnostic {
    const {line, col} = lines.linePos(offset)
    const point = {line: Math.max(1, line), column: Math.max(1, col), offset}
    return {ruleId, severity: 'error', message, file, position: {start: point, end: point}}
  }
}

function known(schema: TSchema, keys: readonly string[]): string {
  const at = descend(schema, keys)
  const names = 'properties' in at && typeof at.properties === 'object' && at.properties !== null ? Object.keys(at.properties) : []
  return names.length > 0 ? `one of \`${names.join('`, `')}\`` : 'none'
}

function allowed(schema: TSchema, keys: readonly string[]): string {
  const at = descend(schema, keys)
  const options = 'anyOf' in at ? list(at.anyOf) : []
  const values = options.flatMap((option) =>
    typeof option === 'object' && option !== null && 'const' in option ? [`\`${String(option.const)}\``] : [],
  )
  return values.length > 0 ? `one of ${values.join(', ')}` : 'a text or a number'
}

function names(params: object, key: string): string[] {
  return list(Reflect.get(params, key)).map(String)
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function descend(schema: TSchema, keys: readonly string[]): object {
  let at: object = schema
  for (const key of keys) {
    const properties: unknown = 'properties' in at ? at.properties : undefined
    const next: unknown = typeof properties === 'object' && properties !== null ? Reflect.get(properties, key) : undefined
    const pattern: unknown =
      'patternProperties' in at && typeof at.patternProperties === 'object' && at.patternProperties !== null
        ? Object.values(at.patternProperties)[0]
        : undefined
    const found = next ?? pattern
    if (typeof found !== 'object' || found === null) return {}
    at = found
  }
  return at
}
