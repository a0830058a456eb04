/** A shell's reading of a text: commands of words, each word as the program gets it. */
export interface Commands {
  readonly commands: readonly (readonly string[])[]
  /** The text that a command reads from its standard input, where the text has it. */
  readonly inputs?: ReadonlyMap<readonly string[], string>
  /** A quotation mark is never closed, so the end of the last word is unknown. */
  readonly isUnclosed: boolean
}

/** Maximum length of the beginning of a word that readers examine. */
const maxStart = 200

/** Collects words into commands. `onCommand` is called with each command that is complete. */
export function createCommandList(onCommand: (words: readonly string[]) => void = () => {}) {
  const commands: string[][] = []
  const inputs = new Map<readonly string[], string>()
  let words: string[] = []
  let word: string | null = null
  let start = ''
  let isInput = false
  return {
    hasWord: () => word !== null,
    /** The beginning of the current word: copying a long one each time would be slow. */
    word: () => start,
    /** The words of the current command, without the current word. */
    words: (): readonly string[] => words,
    append(text: string): void {
      word = (word ?? '') + text
      if (start.length < maxStart) start += text.slice(0, maxStart)
    },
    endWord(): void {
      if (word !== null && isInput) inputs.set(words, `${word}\n`)
      else if (word !== null) words.push(word)
      isInput = word === null && isInput
      this.dropWord()
    },
    endCommand(): void {
      this.endWord()
      isInput = false
      if (words.length > 0) {
        commands.push(words)
        onCommand(words)
        words = []
      }
    },
    dropWord(): void {
      word = null
      start = ''
    },
    /** Makes the next word the standard input of the command. */
    takeNextAsInput(): void {
      this.endWord()
      isInput = true
    },
    /** Sets the standard input of a command, by default of the current one. */
    setInput(text: string, command: readonly string[] = words): void {
      inputs.set(command, text)
    },
    inputs: (): ReadonlyMap<readonly string[], string> => inputs,
    all: (): readonly (readonly string[])[] => commands,
  }
}

export type CommandList = ReturnType<typeof createCommandList>

/** Returns true if the next line continues the command: no command begins with a dash. */
export function isContinued(text: string, at: number): boolean {
  return /^\s*-/.test(text.slice(at, at + 200))
}

/** Returns the length of a line break with the spaces before it; 0 if there is none at `at`. */
export function lineEndAt(text: string, at: number): number {
  const [end = ''] = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(at, at + 200)) ?? []
  return end.length
}
