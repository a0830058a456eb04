import { join } from 'node:path'
import { buildApp } from './app.mjs'
import { run } from './command.mjs'
import { inDesktopSession } from './desktop-session.mjs'
import { root } from './paths.mjs'
import { Problem, runScript } from './problem.mjs'
import { remarksOn, resolveElectron } from './runtime.mjs'

const PLAYWRIGHT = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
const CONFIG = join('tests', 'e2e', 'playwright.config.ts')

// Takes a picture of every screen in each language and theme, and those in docs/images.
await runScript(async () => {
  const runtime = resolveElectron()
  for (const remark of remarksOn(runtime)) process.stdout.write(`${remark}\n`)
  if (!(await buildApp(runtime))) throw new Problem('The build failed: the reason is above.')
  const specs = ['e2e/screenshots.spec', 'e2e/every-language.spec']
  const { code } = await inDesktopSession((env) =>
    run(process.execPath, [PLAYWRIGHT, 'test', '--config', CONFIG, '--reporter=list', ...specs], {
      cwd: root,
      env: { ...env, UPDATE_SCREENSHOTS: '1', TOKEN_DESK_DEEP: '1' },
      show: true,
    }),
  )
  process.stdout.write(
    'The pictures are in test-results/screenshots, those of README and guides in docs/images.\n',
  )
  return code
})
