import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from './app.mjs'
import { undoAtExit } from './cleanup.mjs'
import { run } from './command.mjs'
import { newerNode, reasonAgainstNewerNode, testsOfNode } from './newer-node.mjs'
import { findBrowser, pageBrowser } from './page-browser.mjs'
import { root } from './paths.mjs'
import { resolveElectron } from './runtime.mjs'
import {
  failuresOfPlaywright,
  failuresOfVitest,
  judge,
  tallyPlaywright,
  tallyVitest,
} from './test-report.mjs'

/**
 * @typedef {import('./test-report.mjs').Tally} Tally
 * @typedef {Tally & { failures: readonly string[] }} Result with a line for each failed test, where
 *   the runner names them
 *
 * A part of the tests, and the preparation that it needs.
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} [isDeepOnly] left out of `npm test`, unless it is named
 * @property {boolean} [needsElectron]
 * @property {boolean} [needsDesktop] a display, a session bus and a keyring of its own
 * @property {boolean} [needsBuild] starts the app in `out/`
 * @property {readonly string[]} [programs] needed on Linux, besides those of the desktop
 * @property {readonly string[]} [deepPrograms] needed in the deep tests besides `programs`
 * @property {readonly import('./isolated-install.mjs').Apart[]} [apart]
 * @property {readonly import('./isolated-install.mjs').Apart[]} [deepApart]
 * @property {(env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<Result>} run `args` are
 *   the user's own, for the runner
 */

/** A Chromium of another name, such as Chrome, does as well. */
const browser = findBrowser() === undefined ? ['chromium'] : []

const LIMIT_MS = 40 * 60_000
/** Limit for a step that repeats tests, so that it does not take the time of all others. */
const SHORT_LIMIT_MS = 8 * 60_000

/**
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ node?: string, timeoutMs?: number }} [options] `node` is another than the one that runs this
 */
async function runTool(script, args, env, { node = process.execPath, timeoutMs } = {}) {
  const path = join(root, 'node_modules', script)
  const { code } = await run(node, [path, ...args], {
    cwd: root,
    env,
    show: true,
    timeoutMs: timeoutMs ?? LIMIT_MS,
    ending: 'gently',
  })
  return code
}

/** @param {boolean} isGood @returns {Result} of a step that counts as one */
function one(isGood) {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, failures: [] }
}

/**
 * @param {(path: string) => Promise<number>} runner writes a JSON report there; gives its exit code
 * @returns {Promise<{ code: number, report: unknown }>} no report if the runner ended before it
 */
async function withReport(runner) {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'))
  const removal = undoAtExit(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'report.json')
  try {
    const code = await runner(path)
    return { code, report: JSON.parse(readFileSync(path, 'utf8')) }
  } catch {
    return { code: 1, report: undefined }
  } finally {
    removal.now()
  }
}

/** @param {string} name @param {string} script @param {readonly string[]} args @returns {Step} */
function check(name, script, args) {
  return {
    name,
    run: async (env) => one((await runTool(script, args, env)) === 0),
  }
}

/** @param {string} why @returns {Result} of a step that has nothing to do on this system */
function leftOut(why) {
  process.stdout.write(`Skipped: ${why}\n`)
  return { passed: 0, failed: 0, skipped: 1, failures: [] }
}

/**
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 * @param {Parameters<typeof runTool>[3]} [options]
 * @returns {Promise<Result>}
 */
async function runVitest(projects, env, args, options) {
  const { code, report } = await withReport((path) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
    const chosen = projects.flatMap((project) => ['--project', project])
    return runTool('vitest/vitest.mjs', ['run', ...chosen, ...reporters, ...args], env, options)
  })
  return { ...judge(tallyVitest(report), code), failures: failuresOfVitest(report, root) }
}

/** @param {string} project @param {Omit<Step, 'name' | 'run'>} needs @returns {Step} */
function vitest(project, needs) {
  return { name: project, ...needs, run: (env, args) => runVitest([project], env, args) }
}

/**
 * The tests that need no Electron, once more under the Node that the named Electron is built on.
 * @type {Step}
 */
const newerNodeStep = {
  name: 'newer-node',
  isDeepOnly: true,
  needsDesktop: true,
  programs: ['xclip'],
  apart: reasonAgainstNewerNode() === undefined ? ['newer-node'] : [],
  run: async (env, args) => {
    const against = reasonAgainstNewerNode()
    if (against !== undefined) return leftOut(against)
    const chosen = args.length > 0 ? args : testsOfNode()
    return await runVitest(['unit', 'ports'], env, chosen, { node: newerNode() })
  },
}

/** @type {Step} */
const build = {
  name: 'build',
  needsElectron: true,
  run: async () => one(await buildApp(resolveElectron())),
}

/**
 * @param {string} folder of the tests
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 * @param {Parameters<typeof runTool>[3]} [options]
 * @returns {Promise<Result>}
 */
async function runPlaywright(folder, env, args, options) {
  const config = join('tests', folder, 'playwright.config.ts')
  const { code, report } = await withReport((path) =>
    runTool(
      '@playwright/test/cli.js',
      ['test', '--config', config, '--reporter=list,json', ...args],
      { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: path },
      options,
    ),
  )
  return { ...judge(tallyPlaywright(report), code), failures: failuresOfPlaywright(report) }
}

/** @type {Step} */
const e2e = {
  name: 'e2e',
  needsElectron: true,
  needsDesktop: true,
  needsBuild: true,
  // The browser is the one that people sign in with.
  programs: ['xclip', ...browser],
  deepPrograms: ['sway', 'wl-paste', 'wtype'],
  deepApart: ['checkers'],
  run: (env, args) => runPlaywright('e2e', env, args),
}

/**
 * The page in a Chromium as new as that of the named Electron, with main in Node.
 * @type {Step}
 */
const page = {
  name: 'page',
  isDeepOnly: true,
  needsElectron: true,
  needsDesktop: true,
  needsBuild: true,
  programs: browser,
  run: async (env, args) => {
    const found = await pageBrowser()
    if ('missing' in found) return leftOut(found.missing)
    process.stdout.write(`${found.version}\n`)
    const own = { ...env, PAGE_BROWSER: found.path }
    return await runPlaywright('page', own, args, { timeoutMs: SHORT_LIMIT_MS })
  },
}

/**
 * All steps in the order in which they run: the build comes before the tests that start the app.
 * @type {readonly Step[]}
 */
export const steps = [
  check('format+lint', '@biomejs/biome/bin/biome', ['check', '.']),
  // From scratch: results kept from the last run can hide a call that no longer fits.
  check('types', 'typescript/bin/tsc', ['-b', '--force']),
  build,
  vitest('unit', {}),
  vitest('ports', {
    needsElectron: true,
    needsDesktop: true,
    programs: ['certutil', 'xclip'],
  }),
  newerNodeStep,
  vitest('integration', {
    needsElectron: true,
    needsDesktop: true,
    needsBuild: true,
    deepPrograms: ['age', 'curl', 'fish', 'ksh', 'strace', 'tcsh', 'zsh'],
    deepApart: ['checkers'],
  }),
  page,
  e2e,
  // Last, because it needs the whole machine: it packs, installs and removes.
  vitest('package', {
    isDeepOnly: true,
    needsElectron: true,
    needsDesktop: true,
    needsBuild: true,
    programs: ['appstreamcli', 'at-spi-bus-launcher', 'desktop-file-validate', 'dpkg-deb', 'xclip'],
    apart: ['packager'],
  }),
]

/** Steps that `npm test` has run already. */
const SAME_WHEN_DEEP = ['format+lint', 'types']

/**
 * @param {readonly string[]} names of steps; without any, all of `npm test` or of the deep tests
 * @param {{ isDeep?: boolean }} [options]
 * @returns {readonly Step[]} those, and the build where one of them needs it
 * @throws {RangeError} that names the unknown step
 */
export function chooseSteps(names, { isDeep = false } = {}) {
  const unknown = names.find((name) => steps.every((step) => step.name !== name))
  if (unknown !== undefined) throw new RangeError(unknown)
  if (names.length === 0) {
    return steps.filter((step) =>
      isDeep ? !SAME_WHEN_DEEP.includes(step.name) : step.isDeepOnly !== true,
    )
  }
  const chosen = steps.filter(({ name }) => names.includes(name))
  return chosen.some(({ needsBuild }) => needsBuild === true)
    ? steps.filter((step) => chosen.includes(step) || step === build)
    : chosen
}
