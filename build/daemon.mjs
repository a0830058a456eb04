import { spawn } from 'node:child_process'
import { undoAtExit } from './cleanup.mjs'
import { endGroup } from './command.mjs'
import { Problem } from './problem.mjs'

const START_LIMIT_MS = 30_000

/**
 * @typedef {object} Daemon
 * @property {string} announcement the line it wrote to descriptor 3; '' if it announces nothing
 * @property {() => Promise<void>} end ends it and waits until it is gone
 */

/**
 * Starts a program that serves others until it is ended, which happens at the latest when this
 * process ends.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, input?: string, announces?: boolean, user?: { uid: number, gid: number } }} [options]
 *   `input` goes to its standard input; `announces` waits for a line on its descriptor 3; `user`
 *   is who it runs as, which root alone can choose
 * @returns {Promise<Daemon>}
 * @throws {Problem} when it does not start
 */
export async function startDaemon(command, args, options = {}) {
  const { env = process.env, input = '', announces = false, user = {} } = options
  const child = spawn(command, [...args], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    ...user,
  })
  const ending = undoAtExit(() => endGroup(child, 'SIGTERM'))
  const gone = new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  })
  let complaint = ''
  child.stderr?.on('data', (text) => {
    complaint = complaint.length < 2000 ? complaint + text : complaint
  })
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input)
  const end = async () => {
    ending.now()
    await gone
  }
  if (!announces) return { announcement: '', end }

  const announcement = await new Promise((resolve) => {
    let text = ''
    const timer = setTimeout(() => resolve(undefined), START_LIMIT_MS)
    child.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(text.trim())
    })
    gone.then(() => {
      clearTimeout(timer)
      resolve(undefined)
    })
  })
  if (announcement !== undefined) return { announcement, end }
  await end()
  throw new Problem(`${command} did not start: ${complaint.trim().split('\n').at(-1) ?? ''}`)
}
