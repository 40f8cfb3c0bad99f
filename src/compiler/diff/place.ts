import type {Clause} from '../clause-tree/index.ts'
import type {Place} from './change.ts'

/** A clause as a change names it. */
export function placeOf({path, label, position}: Clause, ids?: ReadonlyMap<string, string>): Place {
  const id = ids?.get(path)
  if (id !== undefined) return label ? {path, label: label.text, id, position} : {path, id, position}
  return label ? {path, label: label.text, position} : {path, position}
}
