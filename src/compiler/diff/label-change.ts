import type {Clause} from '../clause-tree/index.ts'

/** Whether the number of a clause changed; another bracket, dot or bullet is no other number. */
export function hasNewNumber({label: from}: Clause, {label: to}: Clause): boolean {
  if (from === undefined || to === undefined) return (from ?? to) !== undefined && !isBullet(from) && !isBullet(to)
  if (from.text === to.text) return false
  if (isBullet(from) && isBullet(to)) return false
  return from.values.length !== to.values.length || from.values.some((value, index) => value !== to.values[index])
}

function isBullet(label: Clause['label']): boolean {
  return label?.style === 'bullet'
}
