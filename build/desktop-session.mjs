import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { undoAtExit } from './cleanup.mjs'
import { run } from './command.mjs'
import { startDaemon } from './daemon.mjs'
import { startVirtualDisplay } from './display.mjs'
import { Problem, runScript } from './problem.mjs'

/** Variables that lead a program to the user's own desktop and keyring. */
const USERS_OWN = [
  'DESKTOP_SESSION',
  'GNOME_DESKTOP_SESSION_ID',
  'GNOME_KEYRING_CONTROL',
  'KDE_FULL_SESSION',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_CURRENT_DESKTOP',
  // Since version 38 Electron chooses between Wayland and X11 by this variable.
  'XDG_SESSION_TYPE',
]

/**
 * Node reads these certificates when it starts, which then takes three times as long, and the tests
 * start it thousands of times. Programs in a session speak TLS to servers of the tests only.
 */
const SLOW_AT_START = ['NODE_EXTRA_CA_CERTS']

const KEYRING_LIMIT_MS = 20_000

function createHome() {
  const home = mkdtempSync(join(tmpdir(), 'desktop-session-'))
  const removal = undoAtExit(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))
  const folders = {
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_RUNTIME_DIR: join(home, 'run'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { mode: 0o700 })
  return { folders, remove: removal.now }
}

/** @param {NodeJS.ProcessEnv} env waits until the keyring answers on the session's bus */
async function keyringAnswers(env) {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]
  const limit = Date.now() + KEYRING_LIMIT_MS
  while (Date.now() < limit) {
    const { stdout } = await run('dbus-send', question, { env })
    if (stdout.includes('boolean true')) return
    await wait(50)
  }
  throw new Problem('gnome-keyring-daemon did not start: try it by hand, then run the tests again.')
}

/**
 * Gives work a desktop of its own: a screen in memory, a session bus, an unlocked empty keyring
 * and empty user folders, so that the user's keyring and settings are never touched. All of it
 * ends with the work. On macOS and Windows the work runs on the user's desktop.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment for its programs
 * @param {import('./display.mjs').ScreenOptions} [options] of the screen
 * @returns {Promise<T>}
 */
export async function inDesktopSession(work, options) {
  if (process.platform !== 'linux') return work(process.env)
  const { folders, remove } = createHome()
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...folders }
  for (const name of [...USERS_OWN, ...SLOW_AT_START]) delete env[name]
  /** @type {(() => Promise<void>)[]} */
  const ends = []
  try {
    const screen = await startVirtualDisplay(env, options)
    ends.push(screen.end)
    env['DISPLAY'] = screen.display
    const bus = await startDaemon(
      'dbus-daemon',
      [
        '--session',
        '--nofork',
        '--nopidfile',
        '--print-address=3',
        `--address=unix:dir=${folders.XDG_RUNTIME_DIR}`,
      ],
      { env, announces: true },
    )
    ends.push(bus.end)
    env['DBUS_SESSION_BUS_ADDRESS'] = bus.announcement
    const keyring = await startDaemon(
      'gnome-keyring-daemon',
      [
        '--foreground',
        '--unlock',
        '--components=secrets',
        `--control-directory=${folders.XDG_RUNTIME_DIR}/keyring`,
      ],
      { env, input: randomBytes(24).toString('hex') },
    )
    ends.push(keyring.end)
    await keyringAnswers(env)
    return await work(env)
  } finally {
    for (const end of ends.reverse()) await end()
    remove()
  }
}

/** @returns {boolean} true if this file is the program that was started */
function isProgram() {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)
}

if (isProgram()) {
  await runScript(async () => {
    const [command, ...args] = process.argv.slice(2)
    if (command === undefined) throw new Problem('Name the command to run in the session.')
    return await inDesktopSession(
      async (env) => (await run(command, args, { env, show: true, ending: 'gently' })).code,
    )
  })
}
