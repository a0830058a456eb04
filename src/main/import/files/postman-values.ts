/** Returns the members of an object of JSON; `undefined` for any other value. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Readonly<Record<string, unknown>>
}

/**
 * Returns a value as text, also from an object with a `value`. `undefined` for a list, an object,
 * or a number that lost digits.
 */
export function scalarText(value: unknown): string | undefined {
  const inner = membersOf(value)?.['value'] ?? value
  if (inner === undefined || inner === null) return ''
  if (typeof inner === 'string') return inner
  if (typeof inner === 'boolean') return `${inner}`
  if (typeof inner !== 'number') return undefined
  return Number.isSafeInteger(inner) || Math.abs(inner) < 1e6 ? `${inner}` : undefined
}

/** Returns true if an entry of a list is switched off in Postman. */
export const isOff = (entry: Readonly<Record<string, unknown>>): boolean =>
  entry['disabled'] === true || entry['enabled'] === false

/** Maximum length of a list, such as fields or variables. */
const maxEntries = 5000

/** Returns the entries of a list that have a name and are switched on. */
export function namedEntries(list: unknown) {
  if (!Array.isArray(list)) return []
  return list.slice(0, maxEntries).flatMap((entry: unknown) => {
    const members = membersOf(entry)
    const name = members?.['key'] ?? members?.['id']
    return members === undefined || typeof name !== 'string' || isOff(members)
      ? []
      : [{ name, members, value: members['value'] }]
  })
}

export type Fill = (text: string) => string

/** Maximum characters of inserted variables in all, and of a text with them. */
const roomToFill = 2_000_000
const maxFilled = 20_000

/** Creates a function that replaces `{{names}}` by their values; a name without one stays. */
export function createFill(variables: ReadonlyMap<string, string>): Fill {
  let room = roomToFill
  return (text) => {
    let filled = text
    // A variable may name another; a circle ends.
    for (let round = 0; round < 5 && filled.includes('{{'); round += 1) {
      let length = filled.length
      filled = filled.replace(/\{\{([^{}]{1,200})\}\}/g, (whole, name: string) => {
        const value = variables.get(name.trim())
        if (value === undefined || length + value.length > maxFilled) return whole
        length += value.length
        return value
      })
      room -= filled.length
      if (room < 0) return text
    }
    return filled
  }
}
