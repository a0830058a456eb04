import { writeSync } from 'node:fs'
import { startupSnapshot } from 'node:v8'

/**
 * Runs the work of a program when it is started, not when its snapshot is made, with its
 * arguments. No file name of the program comes before them.
 */
export function whenStarted(work: (args: readonly string[]) => Promise<void>): void {
  startupSnapshot.setDeserializeMainFunction(() => {
    work(process.argv.slice(1)).catch((cause: unknown) => {
      process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`)
      process.exit(1)
    })
  })
}

/** Says a line in one piece: what was said is out, whatever happens to the process then. */
export function say(line: string): void {
  writeSync(1, `${line}\n`)
}
