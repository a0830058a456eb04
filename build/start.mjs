import { buildApp, openApp } from './app.mjs'
import { environmentWithDisplay } from './display.mjs'
import { Problem, runScript } from './problem.mjs'
import { remarksOn, resolveElectron } from './runtime.mjs'

await runScript(async () => {
  const runtime = resolveElectron()
  for (const remark of remarksOn(runtime)) process.stdout.write(`${remark}\n`)
  if (!(await buildApp(runtime))) throw new Problem('The build failed: the reason is above.')
  return await openApp(runtime, process.argv.slice(2), await environmentWithDisplay())
})
