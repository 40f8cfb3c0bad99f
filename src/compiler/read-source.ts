import {analyze, type Facts} from './analyze/index.ts'
import type {Agreement} from './clause-tree/index.ts'
import {parse} from './parse/index.ts'

/** Markdown → the agreements in it with their facts, placeholders as they stand and without diagnostics: what versions are compared by. */
export function readSource(source: string, locale?: string): readonly {readonly agreement: Agreement; readonly facts: Facts}[] {
  return parse(source, {locale}).agreements.map(({agreement}) => ({agreement, facts: analyze(agreement)}))
}
