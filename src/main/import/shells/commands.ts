/** What a shell makes of a text: commands of words, each word as the program gets it. */
export interface Commands {
  readonly commands: readonly (readonly string[])[]
  /** A quotation mark was never closed, so nobody knows where the last word ends. */
  readonly isUnclosed: boolean
}

/** Collects words into commands. */
export function createCommandList() {
  const commands: string[][] = []
  let words: string[] = []
  let word: string | null = null
  return {
    hasWord: () => word !== null,
    /** The word so far. */
    word: () => word ?? '',
    append(text: string): void {
      word = (word ?? '') + text
    },
    endWord(): void {
      if (word !== null) words.push(word)
      word = null
    },
    endCommand(): void {
      this.endWord()
      if (words.length > 0) commands.push(words)
      words = []
    },
    dropWord(): void {
      word = null
    },
    all: (): readonly (readonly string[])[] => commands,
  }
}

/** Whether what follows a line's end goes on with its command: no command begins with a dash. */
export function isContinued(text: string, at: number): boolean {
  return /^\s*-/.test(text.slice(at, at + 200))
}

/** How long a line's end is that may have spaces before it; 0 if there is none at `at`. */
export function lineEndAt(text: string, at: number): number {
  const [end = ''] = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(at, at + 200)) ?? []
  return end.length
}
