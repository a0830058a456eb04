import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildApp, openApp } from './app.mjs'
import { environmentWithDisplay } from './display.mjs'
import { root } from './paths.mjs'
import { runScript } from './problem.mjs'
import { remarksOn, resolveElectron } from './runtime.mjs'

// There is no development server: the page would need a laxer content security policy than the
// one that is shipped. Every change is built as for a release, and the app opened again.

const SETTLING_MS = 150

/** @param {import('node:fs').FSWatcher} watcher waits for a change and those that come with it */
async function nextChange(watcher) {
  await once(watcher, 'change')
  await wait(SETTLING_MS)
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}

await runScript(async () => {
  const runtime = resolveElectron()
  for (const remark of remarksOn(runtime)) say(remark)
  const env = await environmentWithDisplay()
  const watcher = watch(join(root, 'src'), { recursive: true })
  /** @type {{ closed: Promise<number>, close: () => void } | undefined} */
  let app
  for (;;) {
    const change = nextChange(watcher).then(() => /** @type {const} */ ('changed'))
    // Compiled code would be made for each change, which takes longer than it saves.
    if (await buildApp(runtime, { compile: false })) {
      app?.close()
      await app?.closed
      const closing = new AbortController()
      const closed = openApp(runtime, process.argv.slice(2), env, closing.signal)
      app = { closed, close: () => closing.abort() }
      say('Opened; it opens again when a file in src/ changes. Ctrl-C ends it.')
    } else {
      say('The build failed; waiting for the next change.')
    }
    const event = await (app === undefined ? change : Promise.race([change, app.closed]))
    if (event !== 'changed') return event
  }
})
