import { inDesktopSession } from './desktop-session.mjs'
import { Problem, runScript, sentenceFor } from './problem.mjs'
import { findElectron, remarksOn } from './runtime.mjs'
import { remedyFor } from './system.mjs'
import { lacksOf, prepareSteps } from './test-needs.mjs'
import { closingLine, remarkOnSkipped, tallyOfMissing, total } from './test-report.mjs'
import { chooseSteps, steps } from './test-steps.mjs'

// `npm test -- [step...] [-- args for the runner]`, and `npm run test:deep` with the same arguments.
// `npm run test:needs` lists the programs that steps need and this system lacks.

/**
 * @typedef {import('./test-steps.mjs').Step} Step
 * @typedef {{ name: string, seconds: number, tally: import('./test-steps.mjs').Result,
 *   whyNotRun?: string }} Outcome
 */

/** Steps that start the app in `out/`, and so can't run after a failed build. */
const NEED_OUR_BUILD = ['page', 'e2e', 'package']

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`)
}

/** @returns {{ chosen: readonly Step[], isDeep: boolean, isListing: boolean, args: readonly string[] }} */
function readArguments() {
  const all = process.argv.slice(2)
  const end = all.indexOf('--')
  const own = end === -1 ? all : all.slice(0, end)
  const isDeep = own.includes('--deep')
  const names = own.filter((each) => each !== '--deep' && each !== '--needs')
  try {
    return {
      chosen: chooseSteps(names, { isDeep }),
      isDeep,
      isListing: own.includes('--needs'),
      args: end === -1 ? [] : all.slice(end + 1),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const known = steps.map(({ name }) => name).join(', ')
    throw new Problem(`There is no step "${error.message}": choose from ${known}.`)
  }
}

/** Prints which steps lack programs, for `npm test` and for the deep tests, and one command for all. */
async function listNeeds() {
  const missing = new Set()
  for (const [command, isDeep] of /** @type {const} */ ([
    ['npm test', false],
    ['npm run test:deep', true],
  ])) {
    for (const step of chooseSteps([], { isDeep })) {
      const lacks = await lacksOf(step, isDeep)
      for (const each of lacks) missing.add(each)
      const found = lacks.length === 0 ? 'ready' : `lacks ${lacks.join(', ')}`
      print(`${command.padEnd(18)} ${step.name.padEnd(12)} ${found}`)
    }
  }
  if (findElectron() === undefined) {
    print('Electron is not there yet: "npm test" fetches it, and its libraries are checked then.')
  }
  if (missing.size === 0) return print('Nothing is missing.')
  print(`For all of them, ${await remedyFor([...missing])}.`)
}

/** @param {Outcome} outcome @returns {string} */
function describe({ name, seconds, tally, whyNotRun }) {
  const wasRun = whyNotRun === undefined || tally.failed > 0
  const result = tally.failed > 0 ? 'FAILED' : wasRun ? 'passed' : 'SKIPPED'
  const end = whyNotRun ?? `${closingLine(tally)}${remarkOnSkipped(tally)}`
  return `${result.padEnd(7)} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${end}`
}

/** Failures named at the end, for readers who keep only the last lines of a long run. */
const MAX_NAMED = 20

/** @param {readonly Outcome[]} outcomes @returns {string} */
function namesOfFailed(outcomes) {
  const lines = outcomes.flatMap(({ name, tally }) =>
    tally.failures.map((each) => `FAILED  ${name}: ${each}\n`),
  )
  const more = lines.length - MAX_NAMED
  return lines.slice(0, MAX_NAMED).join('') + (more > 0 ? `… and ${more} more\n` : '')
}

/** @param {Step} step @param {string} why it can't run @returns {Outcome} */
function notRun({ name }, why) {
  const tally = { ...tallyOfMissing(process.env), failures: [] }
  print(`\n── ${name}\n${tally.failed > 0 ? 'FAILED' : 'SKIPPED'}: ${why}`)
  return { name, seconds: 0, tally, whyNotRun: why }
}

/**
 * Runs every step, even when an earlier one failed, except for those that can't run here and those
 * that start an app that could not be built.
 * @param {readonly Step[]} chosen
 * @param {NodeJS.ProcessEnv} variables
 * @param {readonly string[]} args
 * @param {ReadonlyMap<Step, string>} reasons why steps can't run
 * @returns {Promise<readonly Outcome[]>}
 */
async function runSteps(chosen, variables, args, reasons) {
  /** @type {Outcome[]} */
  const outcomes = []
  const failed = (/** @type {string} */ whyNotRun) => ({
    seconds: 0,
    tally: { passed: 0, failed: 1, skipped: 0, failures: [] },
    whyNotRun,
  })
  /** @param {Step} step @param {NodeJS.ProcessEnv} env */
  const runStep = async (step, env) => {
    const build = outcomes.find(({ name }) => name === 'build')
    const why = reasons.get(step)
    if (why !== undefined) return void outcomes.push(notRun(step, why))
    print(`\n── ${step.name}`)
    if (NEED_OUR_BUILD.includes(step.name) && build !== undefined && build.tally.passed === 0) {
      const whyNotRun = 'there is no build of the app to test.'
      print(`Not run: ${whyNotRun}`)
      return void outcomes.push({ name: step.name, ...failed(whyNotRun) })
    }
    const start = performance.now()
    const tally = await step.run({ ...env, ...variables }, args)
    outcomes.push({ name: step.name, seconds: (performance.now() - start) / 1000, tally })
  }
  const isOnDesktop = (/** @type {Step} */ step) => step.needsDesktop === true && !reasons.has(step)
  for (const step of chosen.filter((each) => !isOnDesktop(each))) await runStep(step, process.env)
  const onDesktop = chosen.filter(isOnDesktop)
  try {
    if (onDesktop.length > 0) {
      await inDesktopSession(async (env) => {
        for (const step of onDesktop) await runStep(step, env)
      })
    }
  } catch (error) {
    print(sentenceFor(error))
  }
  const lost = onDesktop.filter(({ name }) => !outcomes.some((outcome) => outcome.name === name))
  return [
    ...outcomes,
    ...lost.map(({ name }) => ({ name, ...failed('the desktop session ended.') })),
  ]
}

await runScript(async () => {
  const { chosen, isDeep, isListing, args } = readArguments()
  if (isListing) {
    await listNeeds()
    return 0
  }
  const reasons = await prepareSteps(chosen, isDeep)
  const runtime = findElectron()
  const usesElectron = chosen.some((step) => step.needsElectron === true && !reasons.has(step))
  if (runtime !== undefined && usesElectron) for (const each of remarksOn(runtime)) print(each)
  const variables = isDeep ? { TOKEN_DESK_DEEP: '1' } : {}
  const seed = process.env['TOKEN_DESK_SEED']
  const seeds = seed === undefined ? 'those in the tests' : seed
  if (isDeep)
    print(`Seeds of generated tests: ${seeds} (TOKEN_DESK_SEED=<number> chooses another).`)
  const outcomes = await runSteps(chosen, variables, args, reasons)
  const sum = total(outcomes.map(({ tally }) => tally))
  print(`\n${outcomes.map(describe).join('\n')}\n\n${namesOfFailed(outcomes)}${closingLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
})
