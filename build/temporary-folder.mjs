import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { undoAtExit } from './cleanup.mjs'

const PREFIX = 'partial-'

/** @param {number} id @returns {boolean} */
function isRunning(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} parent removes what a killed run could not remove itself */
function removeLeftovers(parent) {
  for (const name of readdirSync(parent)) {
    const owner = Number(name.slice(PREFIX.length))
    if (name.startsWith(PREFIX) && !isRunning(owner)) {
      rmSync(join(parent, name), { recursive: true, force: true })
    }
  }
}

/**
 * Makes a folder for work in progress next to where the result will be, so that the result can
 * be put in place by a rename. It is gone when the work ends, however it ends.
 * @template T
 * @param {string} parent made if it is missing, and removed again if it stays empty
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTemporaryFolder(parent, work) {
  const firstMade = mkdirSync(parent, { recursive: true })
  removeLeftovers(parent)
  const folder = join(parent, `${PREFIX}${process.pid}`)
  const removal = undoAtExit(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    if (firstMade !== undefined && readdirSync(parent).length === 0) {
      rmSync(firstMade, { recursive: true, force: true })
    }
  })
  try {
    mkdirSync(folder)
    return await work(folder)
  } finally {
    removal.now()
  }
}
