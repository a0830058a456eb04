// Uses an installed app as a person does, in a desktop session of that person's own, and prints
// what was seen as JSON: `node use-app.mjs <program> practice`, or `… open <share file>`.

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { run } from '../../../build/command.mjs'
import { startScreenReader } from './screen-reader.mjs'

const [program = '', task = '', ...files] = process.argv.slice(2)

/** @param {string} pid @returns {string} its command line */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** @returns {object} how the process that shows the page is walled in */
function wallsOfThePage() {
  const renderer = `${realpathSync(program)} --type=renderer`
  const pid = readdirSync('/proc').find((each) => commandOf(each).startsWith(renderer))
  if (pid === undefined) return {}
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    filtersSystemCalls: /^Seccomp:\t2$/m.test(status),
    gainsNoPrivileges: /^NoNewPrivs:\t1$/m.test(status),
    // A process has a further number in each space of processes that it is shut up in.
    seesNoOtherProcesses: /^NSpid:(\t\d+){2,}$/m.test(status),
  }
}

/** @returns {Promise<string>} */
async function clipboard() {
  const limit = Date.now() + 20_000
  for (;;) {
    const { stdout } = await run('xclip', ['-selection', 'clipboard', '-out'])
    if (stdout !== '' || Date.now() > limit) return stdout
    await wait(100)
  }
}

const reader = await startScreenReader()
// On Linux Chromium does not notice a screen reader by itself.
const app = spawn(program, ['--force-renderer-accessibility', ...files], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // Where data lies for a person who has set nothing; it stays when this session ends.
  env: { ...process.env, XDG_CONFIG_HOME: join(homedir(), '.config') },
})
let output = ''
for (const stream of [app.stdout, app.stderr]) {
  stream.on('data', (text) => {
    output += text
  })
}
const ended = new Promise((resolve) => {
  app.once('exit', (code, signal) => resolve({ code, signal }))
  app.once('error', (error) => resolve({ error: error.message }))
})

/** @type {Record<string, unknown>} */
const seen = {}
try {
  const first = task === 'open' ? 'Create profile' : 'Try the practice server'
  await reader.waitFor('push button', first)
  seen['walls'] = wallsOfThePage()
  if (task === 'open') seen['read'] = (await reader.readAll()).map(({ name }) => name)
  if (task === 'practice') {
    await reader.click('push button', 'Try the practice server')
    await reader.waitFor('push button', 'Copy header')
    seen['read'] = (await reader.readAll()).map(({ name }) => name)
    await reader.click('push button', 'Copy header')
    seen['copied'] = await clipboard()
  }
} catch (error) {
  seen['trouble'] = error instanceof Error ? error.message : String(error)
}
// As at the end of a desktop session.
app.kill('SIGTERM')
const timer = setTimeout(() => app.kill('SIGKILL'), 30_000)
seen['ended'] = await ended
clearTimeout(timer)
seen['output'] = output
process.stdout.write(`${JSON.stringify(seen)}\n`)
