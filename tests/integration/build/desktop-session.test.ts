import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const execute = promisify(execFile)
const session = 'build/desktop-session.mjs'
const showEnvironment = 'console.log(JSON.stringify(process.env))'

/** @returns whether somebody listens on the session bus at this address */
async function busAnswers(address: string): Promise<boolean> {
  const names = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.ListNames']
  const [destination, ...rest] = names
  const args = [`--bus=${address}`, '--print-reply', `--dest=${destination}`, ...rest]
  return execute('dbus-send', args).then(
    ({ stdout }) => stdout.includes('org.freedesktop.secrets'),
    () => false,
  )
}

describe.runIf(process.platform === 'linux')('a desktop session', () => {
  test("is apart from the user's: folders, screen, bus", async () => {
    const users = {
      XDG_DATA_HOME: '/users/data',
      WAYLAND_DISPLAY: 'wayland-7',
      XDG_SESSION_TYPE: 'wayland',
      DISPLAY: ':4711',
    }
    const { stdout } = await execute('node', [session, 'node', '-e', showEnvironment], {
      env: { ...process.env, ...users, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/users/bus' },
    })
    const env = JSON.parse(stdout)
    expect(env.DISPLAY).toMatch(/^:\d+$/)
    expect(env.DISPLAY).not.toBe(users.DISPLAY)
    expect(env.WAYLAND_DISPLAY).toBeUndefined()
    expect(env.XDG_SESSION_TYPE).toBeUndefined()
    expect(env.DBUS_SESSION_BUS_ADDRESS).toContain(env.XDG_RUNTIME_DIR)
    for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR']) {
      expect(env[name]).toMatch(/\/desktop-session-/)
      expect(existsSync(env[name])).toBe(false)
    }
    expect(await busAnswers(env.DBUS_SESSION_BUS_ADDRESS)).toBe(false)
  })

  test('lets no Node in it read certificates for places outside at every start', async () => {
    const { stdout } = await execute('node', [session, 'node', '-e', showEnvironment], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: '/users/certificates.pem' },
    })
    expect(JSON.parse(stdout).NODE_EXTRA_CA_CERTS).toBeUndefined()
  })

  test('passes on the exit code', async () => {
    const command = [session, 'node', '-e', 'process.exit(7)']
    await expect(execute('node', command)).rejects.toMatchObject({ code: 7 })
  })

  test('has a keyring while it lasts, and ends with everything when it is interrupted', async () => {
    const stay = `${showEnvironment}; setInterval(() => undefined, 60_000)`
    const child = spawn('node', [session, 'node', '-e', stay], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(child.stdout, 'data')
    const env = JSON.parse(String(line))
    expect(await busAnswers(env.DBUS_SESSION_BUS_ADDRESS)).toBe(true)

    child.kill('SIGINT')
    const [code] = await once(child, 'exit')
    expect(code).toBe(130)
    expect(existsSync(env.XDG_DATA_HOME)).toBe(false)
    expect(await busAnswers(env.DBUS_SESSION_BUS_ADDRESS)).toBe(false)
    await expect(execute('xclip', ['-o'], { env })).rejects.toThrow("Can't open display")
  })
})
