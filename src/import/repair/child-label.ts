import type {LabelReading} from '../../compiler/index.ts'

/** Whether a label opens the level below another: `1.1` after `1.`, or the first number of another style. */
export function isChildLabel(label: LabelReading, parent: LabelReading): boolean {
  if (label.values.length > parent.values.length) return parent.values.every((value, index) => label.values[index] === value)
  return label.style !== parent.style && label.values.length === 1 && label.values[0] === 1
}
