import { assertSupported, ensureElectron } from './install-electron.mjs'
import { installApart } from './isolated-install.mjs'
import { Problem } from './problem.mjs'
import { findElectron } from './runtime.mjs'
import {
  DESKTOP_PROGRAMS,
  missingLibrariesOf,
  missingPrograms,
  remedyFor,
  summarise,
  tryToInstall,
} from './system.mjs'

/** @typedef {import('./test-steps.mjs').Step} Step */

/**
 * @param {Step} step
 * @param {boolean} isDeep
 * @returns {{ programs: readonly string[], apart: readonly import('./isolated-install.mjs').Apart[] }}
 */
export function needsOf(step, isDeep) {
  return {
    programs: [
      ...(step.needsDesktop === true ? DESKTOP_PROGRAMS : []),
      ...(step.programs ?? []),
      ...(isDeep ? (step.deepPrograms ?? []) : []),
    ],
    apart: [...(step.apart ?? []), ...(isDeep ? (step.deepApart ?? []) : [])],
  }
}

/**
 * @param {Step} step
 * @param {boolean} isDeep
 * @returns {Promise<readonly string[]>} programs and libraries that the step needs and this system
 *   lacks
 */
export async function lacksOf(step, isDeep) {
  const programs = missingPrograms(needsOf(step, isDeep).programs)
  const executable = step.needsElectron === true ? findElectron()?.executable : undefined
  if (executable === undefined) return programs
  return [...(await missingLibrariesOf(executable, { withLater: true })), ...programs]
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<string | undefined>} the sentence of a {@link Problem} that it met
 */
async function problemOf(work) {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

/**
 * Prepares what the chosen steps need: the Electron runtime, packages that are installed apart, and,
 * as root where apt-get is, programs of the system.
 * @param {readonly Step[]} chosen
 * @param {boolean} isDeep
 * @returns {Promise<ReadonlyMap<Step, string>>} the steps that can't run, each with a sentence that
 *   says why
 */
export async function prepareSteps(chosen, isDeep) {
  /** @type {Map<Step, string>} */
  const reasons = new Map()
  /** @param {readonly Step[]} steps @param {string | undefined} reason */
  const refuse = (steps, reason) => {
    if (reason === undefined) return
    for (const step of steps) if (!reasons.has(step)) reasons.set(step, reason)
  }

  const withElectron = chosen.filter(({ needsElectron }) => needsElectron === true)
  if (withElectron.length > 0) {
    const problem = await problemOf(async () => {
      if (findElectron()?.kind !== 'override') {
        assertSupported(`${process.platform}-${process.arch}`)
      }
      await ensureElectron()
    })
    refuse(withElectron, problem)
  }
  for (const name of new Set(chosen.flatMap((step) => needsOf(step, isDeep).apart))) {
    const users = chosen.filter((step) => needsOf(step, isDeep).apart.includes(name))
    refuse(users, await problemOf(() => installApart(name)))
  }

  const lacks = async () => {
    const all = await Promise.all(chosen.map((step) => lacksOf(step, isDeep)))
    return [...new Set(all.flat())]
  }
  const problem = await problemOf(async () => tryToInstall(await lacks()))
  for (const step of chosen) {
    const missing = await lacksOf(step, isDeep)
    if (missing.length === 0) continue
    refuse(
      [step],
      problem ?? `this system lacks ${summarise(missing)}: ${await remedyFor(missing)}.`,
    )
  }
  return reasons
}
