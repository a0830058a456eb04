import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildApp } from './app.mjs'
import { inDesktopSession } from './desktop-session.mjs'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'
import { remarksOn, resolveElectron } from './runtime.mjs'

/** @typedef {typeof import('../tests/bench/main.ts')} BenchModule */

function readOptions() {
  try {
    return parseArgs({
      options: {
        json: { type: 'string' },
        short: { type: 'boolean', default: false },
        'keep-build': { type: 'boolean', default: false },
      },
    }).values
  } catch {
    throw new Problem('The options are --json FILE, --short and --keep-build.')
  }
}

await runScript(async () => {
  const { json, short, 'keep-build': keepsBuild } = readOptions()
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
  const { figures, details, about } = await inDesktopSession((env) => module.run(env, short))
  if (json !== undefined) {
    const values = Object.entries(figures).map(([name, { value }]) => [name, value])
    const all = { ...Object.fromEntries(values), about, spread: { ...figures, ...details } }
    writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`)
  }
  return 0
})
