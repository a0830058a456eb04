import { inDesktopSession } from './desktop-session.mjs'
import { Problem, runScript, sentenceFor } from './problem.mjs'
import { remarksOn, resolveElectron } from './runtime.mjs'
import { closingLine, remarkOnSkipped, total } from './test-report.mjs'
import { chooseSteps, steps } from './test-steps.mjs'

/**
 * @typedef {import('./test-steps.mjs').Step} Step
 * @typedef {{ name: string, seconds: number, tally: import('./test-steps.mjs').Result }} Outcome
 */

/** The steps that start what the build has made. */
const NEED_OUR_BUILD = ['page', 'e2e', 'package']

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}

/** @returns {{ chosen: readonly Step[], args: readonly string[] }} `step... -- args for runners` */
function readArguments() {
  const all = process.argv.slice(2)
  const end = all.indexOf('--')
  const names = end === -1 ? all : all.slice(0, end)
  try {
    return { chosen: chooseSteps(names), args: end === -1 ? [] : all.slice(end + 1) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const known = steps.map(({ name }) => name).join(', ')
    throw new Problem(`There is no step "${error.message}": choose from ${known}.`)
  }
}

/** @param {Outcome} outcome @returns {string} */
function describe({ name, seconds, tally }) {
  const result = tally.failed === 0 ? 'passed' : 'FAILED'
  return `${result}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${closingLine(tally)}${remarkOnSkipped(tally)}`
}

/** The last that is printed: whoever keeps only the end of a long run still learns what failed. */
const MOST_NAMED = 20

/** @param {readonly Outcome[]} outcomes @returns {string} */
function namesOfFailed(outcomes) {
  const lines = outcomes.flatMap(({ name, tally }) =>
    tally.failures.map((each) => `FAILED  ${name}: ${each}\n`),
  )
  const more = lines.length - MOST_NAMED
  return lines.slice(0, MOST_NAMED).join('') + (more > 0 ? `… and ${more} more\n` : '')
}

/**
 * Runs every step, even when an earlier one failed, except for those that start an app
 * that could not be built.
 * @param {readonly Step[]} chosen
 * @param {readonly string[]} args
 * @returns {Promise<readonly Outcome[]>}
 */
async function runSteps(chosen, args) {
  /** @type {Outcome[]} */
  const outcomes = []
  const hasBuildFailed = () => outcomes.some(({ name, tally }) => name === 'build' && tally.failed)
  /** @param {Step} step @param {NodeJS.ProcessEnv} env */
  const runStep = async (step, env) => {
    say(`\n── ${step.name}`)
    if (NEED_OUR_BUILD.includes(step.name) && hasBuildFailed()) {
      return say('Not run, because the build failed.')
    }
    const start = performance.now()
    const tally = await step.run(env, args)
    outcomes.push({ name: step.name, seconds: (performance.now() - start) / 1000, tally })
  }
  for (const step of chosen.filter(({ needsDesktop }) => !needsDesktop)) {
    await runStep(step, process.env)
  }
  const onDesktop = chosen.filter(({ needsDesktop }) => needsDesktop)
  try {
    if (onDesktop.length > 0) {
      await inDesktopSession(async (env) => {
        for (const step of onDesktop) await runStep(step, env)
      })
    }
  } catch (error) {
    say(sentenceFor(error))
  }
  const notRun = onDesktop.filter(({ name }) => !outcomes.some((outcome) => outcome.name === name))
  const failure = { seconds: 0, tally: { passed: 0, failed: 1, skipped: 0, failures: [] } }
  return [...outcomes, ...notRun.map(({ name }) => ({ name, ...failure }))]
}

await runScript(async () => {
  const { chosen, args } = readArguments()
  for (const remark of remarksOn(resolveElectron())) say(remark)
  const outcomes = await runSteps(chosen, args)
  const sum = total(outcomes.map(({ tally }) => tally))
  say(`\n${outcomes.map(describe).join('\n')}\n\n${namesOfFailed(outcomes)}${closingLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
})
