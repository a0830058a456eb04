/**
 * An error that a person can resolve. Its message is one sentence that names the cause and the next
 * step; scripts print it without a stack trace.
 */
export class Problem extends Error {}

const NO_SPACE = new Set(['ENOSPC', 'EDQUOT'])
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS'])

/** @param {unknown} error @param {string} property @returns {string} '' where there is none */
function textOf(error, property) {
  if (typeof error !== 'object' || error === null) return ''
  const value = Reflect.get(error, property)
  return typeof value === 'string' ? value : ''
}

/** The sentence for a full disk, wherever it was noticed. */
export const DISK_FULL =
  'The disk is full: free about 1 GB (the project folder, the temp folder and the npm cache need room) and run the command again.'

/**
 * Turns anything thrown into one sentence.
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof Problem) return error.message
  const code = textOf(error, 'code')
  if (NO_SPACE.has(code)) return DISK_FULL
  if (NOT_ALLOWED.has(code)) {
    const path = textOf(error, 'path') || 'the project folder'
    return `There is no permission to change ${path}: make it yours or move the project, and run the command again.`
  }
  const message = error instanceof Error ? error.message : String(error)
  return `Stopped by an unexpected error: ${message.split('\n', 1)[0]}`
}

/**
 * Runs a script's main function and ends the process with its exit code; a failure becomes
 * one sentence on standard error and exit code 1.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exit(await main())
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exit(1)
  }
}
