/** The members of an object of JSON; `undefined` if the value is none. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Readonly<Record<string, unknown>>
}

/**
 * A value as a text, also where it is in a group of its own. `undefined` if it is a list or a group,
 * or a number whose digits are not all there.
 */
export function scalarText(value: unknown): string | undefined {
  const inner = membersOf(value)?.['value'] ?? value
  if (inner === undefined || inner === null) return ''
  if (typeof inner === 'string') return inner
  if (typeof inner === 'boolean') return `${inner}`
  if (typeof inner !== 'number') return undefined
  return Number.isSafeInteger(inner) || Math.abs(inner) < 1e6 ? `${inner}` : undefined
}

/** Whether Postman has switched an entry of one of its lists off. */
export const isOff = (entry: Readonly<Record<string, unknown>>): boolean =>
  entry['disabled'] === true || entry['enabled'] === false

/** A list of them in Postman, such as fields or variables; more is no list of people. */
export const maxEntries = 5000

/** The entries of a list that have a name and are not switched off; all others are passed over. */
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

/** Characters that variables may put in, all together, and that a text with them may have. */
const roomToFill = 2_000_000
const maxFilled = 20_000

/** Puts values in the place of `{{names}}`; a name that is not set stays. */
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
