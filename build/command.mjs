import { spawn } from 'node:child_process'
import { accessSync, constants as modes } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { beforeSignalledEnd, undoAtExit } from './cleanup.mjs'

/** The time that a program gets for its cleanup. */
const GRACE_MS = 8000

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] the command is ended after this long
 * @property {AbortSignal} [signal] ends the command
 * @property {boolean} [show] its output goes to the terminal instead of being collected
 * @property {'at once' | 'gently' | 'never'} [ending] how it ends before its time: with all of its
 *   children at once; asked first, so that it can tidy up; or not at all, and it is waited for
 */

/**
 * @typedef {object} CommandResult
 * @property {number} code the exit code; 128 + n when a signal ended it, 127 when it could not start
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Ends a process that was started with `detached`, and its children.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    // It ended in the meantime.
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 */
function start(command, args, { cwd, env, show = false }) {
  const output = show ? 'inherit' : 'pipe'
  return spawn(command, [...args], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<CommandResult>} it never rejects
 */
function outcomeOf(child) {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, stdout, stderr: error.message }))
    child.once('close', (code, signal) => {
      const signalCode = 128 + (signal === null ? 0 : constants.signals[signal])
      resolve({ code: code ?? signalCode, stdout, stderr })
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child is asked to end its own children and
 *   itself, and made to if it takes too long
 * @param {Promise<unknown>} gone
 */
async function endGently(child, gone) {
  child.kill('SIGINT')
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), GRACE_MS)
  await gone
  clearTimeout(timer)
}

/**
 * Runs a command to its end. It gets a process group of its own, so that it ends with all of
 * its children when this process ends or the time is up.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>} it never rejects
 */
export async function run(command, args, options = {}) {
  const { ending = 'at once', signal, timeoutMs } = options
  const child = start(command, args, options)
  const result = outcomeOf(child)
  // npm, for one, takes a milder signal only when its downloads have ended.
  const atExit = undoAtExit(() => endGroup(child, 'SIGKILL'))
  if (ending === 'never') atExit.never()
  const end = ending === 'gently' ? () => endGently(child, result) : async () => atExit.now()
  const drop = beforeSignalledEnd(() => (ending === 'never' ? result : end()))
  const timer = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs)
  signal?.addEventListener('abort', end, { once: true })
  const outcome = await result
  clearTimeout(timer)
  signal?.removeEventListener('abort', end)
  drop()
  atExit.never()
  return outcome
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} the program's full path, if the search path has it
 */
export function findProgram(name, env = process.env) {
  // Daemons live in folders that an ordinary user's search path leaves out.
  const others = ['/usr/bin', '/usr/sbin', '/sbin', '/usr/libexec', '/usr/lib']
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...others]
  for (const folder of folders) {
    if (folder === '') continue
    const path = join(folder, name)
    try {
      accessSync(path, modes.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return undefined
}
