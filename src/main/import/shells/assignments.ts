const assignment = /^([A-Za-z_]\w*)=(.*)$/s

/** What of a word names a variable: `$NAME` or `${NAME}`. */
const variable = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g

/** Characters that are put in at most: variables of variables double with each line. */
const mostPutIn = 100_000

/**
 * Puts the values of variables that are set in commands of their own, as papers do it before
 * the command that matters, in their places. Others stay as they are written. Quotation marks
 * are gone by then: a value that holds the name of a variable of the same text is not foreseen.
 */
export function withVariables(
  commands: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const values = new Map<string, string>()
  let room = mostPutIn
  const filled = (word: string) =>
    word.replace(variable, (written, braced?: string, plain?: string) => {
      const value = values.get(braced ?? plain ?? '')
      if (value === undefined || value.length > room) return written
      room -= value.length
      return value
    })
  return commands.map((words) => {
    const now = words.map(filled)
    const own = now[0] === 'export' ? now.slice(1) : now
    const set = own.map((word) => assignment.exec(word))
    if (set.every((each) => each !== null)) {
      for (const [, name = '', value = ''] of set) values.set(name, value)
    }
    return now
  })
}
