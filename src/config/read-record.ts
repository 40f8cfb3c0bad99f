import type {Static, TSchema} from 'typebox'
import {Value} from 'typebox/value'
import {type ReadSettings, readSettings} from './read-settings.ts'

/** Reads JSON that we wrote ourselves by its schema; a fault comes with its line, as for settings. */
export function readRecord<S extends TSchema>(json: string, schema: S, file: string): ReadSettings<Static<S>> {
  const value = parseJson(json)
  if (value !== undefined && Value.Check(schema, value)) return {settings: value, diagnostics: []}
  const {diagnostics} = readSettings(json, schema, file)
  if (diagnostics.length > 0) return {diagnostics}
  const start = {line: 1, column: 1, offset: 0}
  return {
    diagnostics: [
      {ruleId: 'settings-syntax', severity: 'error', message: 'Unexpected text, expected JSON', file, position: {start, end: start}},
    ],
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
