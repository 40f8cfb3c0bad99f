import type {Static, TSchema} from 'typebox'
import {Value} from 'typebox/value'
import type {ConsentRefusal} from './consent-refusal.ts'

/** A request of the right form, or the first place where it is not. */
export type ReadRequest<T> = {readonly request: T; readonly refusal?: never} | {readonly request?: never; readonly refusal: ConsentRefusal}

/** Checks what came from outside by a schema. */
export function readRequest<S extends TSchema>(value: unknown, schema: S): ReadRequest<Static<S>> {
  if (Value.Check(schema, value)) return {request: value}
  const faults = [...Value.Errors(schema, value)].sort((a, b) => b.instancePath.length - a.instancePath.length)
  const [fault] = faults.filter(({keyword}) => !/^(?:anyOf|const|boolean)$/.test(keyword)).concat(faults)
  const pointer = fault?.instancePath ?? ''
  const message = `Unexpected ${pointer === '' ? 'request' : `value at \`${pointer}\``}, expected it to ${fault ? describe(fault) : 'fit its schema'}`
  return {refusal: {code: 'malformed', message, pointer}}
}

function describe({message, params}: {readonly message: string; readonly params: object}): string {
  const names = Object.values<unknown>({...params})
    .flat()
    .filter((name): name is string => typeof name === 'string')
  const words = message.replace(/^must /, '')
  return names.length > 0 && !names.some((name) => words.includes(name)) ? `${words}: ${names.join(', ')}` : words
}
