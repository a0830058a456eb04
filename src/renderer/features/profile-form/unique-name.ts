import { firstOf } from '../../../shared/first-of.ts'

/** Characters that a profile's name has at most. */
const maxNameLength = 120

/** Returns `name`, or `name` with a number if it is among `names`, compared without case. */
export function uniqueName(name: string, names: readonly string[]): string {
  const fold = (each: string) => each.trim().toLowerCase()
  const taken = new Set(names.map(fold))
  if (!taken.has(fold(name))) return name
  const stem = name.replace(/ \(\d+\)$/, '')
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`
    const next = firstOf(stem, maxNameLength - end.length) + end
    if (!taken.has(fold(next))) return next
  }
}
