import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildApp } from './app.mjs'
import { inDesktopSession } from './desktop-session.mjs'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'
import { remarksOn, resolveElectron } from './runtime.mjs'

/** @typedef {typeof import('../tests/bench/main.ts')} BenchModule */
/** @typedef {import('../tests/bench/page.ts').Part} Part */

function readOptions() {
  try {
    return parseArgs({
      options: {
        json: { type: 'string' },
        markdown: { type: 'string' },
        growth: { type: 'boolean', default: false },
        packaged: { type: 'string' },
        against: { type: 'string' },
        only: { type: 'boolean', default: false },
        short: { type: 'boolean', default: false },
        'keep-build': { type: 'boolean', default: false },
      },
    }).values
  } catch {
    throw new Problem(
      'The options are --json FILE, --markdown FILE, --growth, --packaged FOLDER, --against FOLDER, --only, --short and --keep-build.',
    )
  }
}

/**
 * @param {ReturnType<typeof readOptions>} options
 * @returns {readonly Part[]} the table of all aims, unless only what else is named is wished for
 */
function partsOf({ growth, packaged, against, only }) {
  /** @type {Part[]} */
  const others = []
  if (packaged !== undefined) others.push('packaged')
  if (growth) others.push('growth')
  if (only && others.length === 0 && against === undefined) {
    throw new Problem('Name a measurement: --growth, --packaged, --against.')
  }
  return only ? others : ['figures', ...others]
}

/** @param {string | undefined} path @returns {string | undefined} */
function existing(path) {
  if (path === undefined) return undefined
  const full = resolve(path)
  if (!existsSync(full)) throw new Problem(`There is no ${full}.`)
  return full
}

await runScript(async () => {
  const options = readOptions()
  const { json, 'keep-build': keepsBuild } = options
  const wishes = {
    isShort: options.short,
    parts: partsOf(options),
    packaged: existing(options.packaged),
    against: existing(options.against),
    markdown: existing(options.markdown),
  }
  if (process.platform !== 'linux') {
    throw new Problem('The benchmark reads memory and CPU time as Linux tells them: run it there.')
  }
  const runtime = resolveElectron()
  for (const remark of remarksOn(runtime)) process.stdout.write(`${remark}\n`)
  if (!keepsBuild && !(await buildApp(runtime))) {
    throw new Problem('The build failed: the reason is above.')
  }
  /** @type {{ module: BenchModule }} */
  const { module } = await runnerImport(join(root, 'tests', 'bench', 'main.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  const measured = await inDesktopSession((env) => module.run(env, wishes))
  if (json !== undefined) {
    const { figures, details, growth, about } = measured
    const values = Object.entries(figures).map(([name, { value }]) => [name, value])
    const all = { ...Object.fromEntries(values), about, spread: { ...figures, ...details }, growth }
    writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`)
  }
  return 0
})
