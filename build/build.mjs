import { buildApp } from './app.mjs'
import { runScript } from './problem.mjs'
import { resolveElectron } from './runtime.mjs'

await runScript(async () => ((await buildApp(resolveElectron())) ? 0 : 1))
