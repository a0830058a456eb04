/** Maximum characters of inserted values: variables of variables double with each line. */
const maxPutIn = 100_000

/** Maximum number of elements of an array. */
const maxElements = 1000

/** The variables that a script sets, where their values are known. */
export interface Variables {
  /** The value; `undefined` if the text does not set the variable. */
  valueOf(name: string): string | undefined
  /** The elements of an array; `undefined` if there is none of that name. */
  elementsOf(name: string): readonly string[] | undefined
  setArray(name: string, elements: readonly string[], isAppended: boolean): void
  unset(name: string): void
  /** Evaluates a command that sets variables; ignores any other. */
  run(words: readonly string[]): void
}

/** The builtins that take assignments as their arguments. */
const declaring = /^(?:export|readonly|declare|typeset|local)$/

/** Words that may precede a command: the beginning of a function, of a branch, of a group. */
const before = /^(?:\{|!|then|do|else|time|\w[\w-]*\(\))$/

const assignment = /^([A-Za-z_]\w*)(\+?)=([\s\S]*)$/

/** Maximum number of words before an assignment. */
const maxBefore = 100

/** Returns true if a word is an assignment, given the words before it (XCU §2.9.1). */
export function isAssigning(words: readonly string[], word: string): boolean {
  if (!/^[A-Za-z_]\w*\+?=/.test(word) || words.length > maxBefore) return false
  const isFirst = words.every((each) => before.test(each) || assignment.test(each))
  return isFirst || declaring.test(words.find((each) => !before.test(each)) ?? '')
}

export function createVariables(): Variables {
  const values = new Map<string, string>()
  const arrays = new Map<string, readonly string[]>()
  let room = maxPutIn

  const taken = <Value>(value: Value | undefined, length: number): Value | undefined => {
    if (value === undefined || length > room) return undefined
    room -= length
    return value
  }

  function set(name: string, value: string, isAppended: boolean): void {
    const old = isAppended ? (values.get(name) ?? '') : ''
    // Such a length serves only to take time.
    if (old.length + value.length > maxPutIn) values.delete(name)
    else values.set(name, old + value)
  }

  return {
    valueOf(name) {
      const value = values.get(name) ?? arrays.get(name)?.[0]
      return taken(value, value?.length ?? 0)
    },
    elementsOf(name) {
      const elements = arrays.get(name)
      return taken(elements, elements?.reduce((sum, { length }) => sum + length + 1, 0) ?? 0)
    },
    setArray(name, elements, isAppended) {
      const old = isAppended ? (arrays.get(name) ?? []) : []
      values.delete(name)
      if (old.length + elements.length > maxElements) arrays.delete(name)
      else arrays.set(name, [...old, ...elements])
    },
    unset(name) {
      values.delete(name)
      arrays.delete(name)
    },
    run(words) {
      const start = words.findIndex((word) => !before.test(word))
      const [first = '', ...others] = start < 0 ? [] : words.slice(start)
      const isDeclaring = declaring.test(first)
      const given = (isDeclaring ? others : [first, ...others]).filter(
        (word) => !isDeclaring || !/^[-+]|^\w+$/.test(word),
      )
      if (first === 'unset') for (const name of others) this.unset(name)
      const assigned = given.map((word) => assignment.exec(word))
      if (!assigned.every((each) => each !== null)) return
      for (const [, name = '', plus, value = ''] of assigned) set(name, value, plus === '+')
    },
  }
}
