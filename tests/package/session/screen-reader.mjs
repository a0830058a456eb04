import { setTimeout as wait } from 'node:timers/promises'
import { run } from '../../../build/command.mjs'

/**
 * A thing on the screen as a screen reader knows it (AT-SPI).
 * @typedef {object} Thing
 * @property {string} owner the program's name on the bus
 * @property {string} path
 * @property {string} name what is read out: a label, a text
 */

const LIMIT_MS = 60_000
const ROOT = '/org/a11y/atspi/accessible/root'

/** @param {string} output of dbus-send @returns {string} the last string in it; '' if there is none */
function stringIn(output) {
  return /string "([\s\S]*)"\s*$/.exec(output)?.[1] ?? ''
}

/** @param {readonly string[]} args @returns {Promise<string>} what the bus of the session answers */
async function askSession(...args) {
  const { stdout } = await run('dbus-send', [
    '--session',
    '--print-reply',
    '--dest=org.a11y.Bus',
    '/org/a11y/bus',
    ...args,
  ])
  return stdout
}

/**
 * Sees and uses programs as a person does who hears them: finds things by their role and name and
 * clicks in their middle with the mouse. Programs that start from now on tell what they show.
 */
export async function startScreenReader() {
  const bus = `--bus=${stringIn(await askSession('org.a11y.Bus.GetAddress'))}`
  await askSession(
    'org.freedesktop.DBus.Properties.Set',
    'string:org.a11y.Status',
    'string:IsEnabled',
    'variant:boolean:true',
  )

  /** @param {Pick<Thing, 'owner' | 'path'>} thing @param {string} method @param {readonly string[]} args */
  const ask = async ({ owner, path }, method, ...args) =>
    (await run('dbus-send', [bus, '--print-reply', `--dest=${owner}`, path, method, ...args]))
      .stdout

  /** @param {Pick<Thing, 'owner' | 'path'>} thing @returns {Promise<readonly Thing[]>} all below it */
  const readBelow = async (thing) => {
    const children = await ask(thing, 'org.a11y.atspi.Accessible.GetChildren')
    const found = [...children.matchAll(/string "(.*)"\s+object path "(.*)"/g)]
    const things = await Promise.all(
      found.map(async ([, owner = '', path = '']) => {
        const about = await ask(
          { owner, path },
          'org.freedesktop.DBus.Properties.GetAll',
          'string:org.a11y.atspi.Accessible',
        )
        const name = /string "Name"\s+variant\s+string "([\s\S]*?)"\n\s+\)/.exec(about)?.[1] ?? ''
        const isLeaf = /string "ChildCount"\s+variant\s+int32 0\n/.test(about)
        return [{ owner, path, name }, ...(isLeaf ? [] : await readBelow({ owner, path }))]
      }),
    )
    return things.flat()
  }

  /** @returns {Promise<readonly Thing[]>} all that is on the screen */
  const readAll = () => readBelow({ owner: 'org.a11y.atspi.Registry', path: ROOT })

  /**
   * @param {string} role such as `push button`
   * @param {string} name
   * @returns {Promise<Thing>}
   * @throws {Error} that says what is on the screen instead
   */
  const waitFor = async (role, name) => {
    const limit = Date.now() + LIMIT_MS
    for (;;) {
      const things = await readAll()
      for (const thing of things.filter((each) => each.name === name)) {
        const found = stringIn(await ask(thing, 'org.a11y.atspi.Accessible.GetRoleName'))
        if (found === role) return thing
      }
      if (Date.now() > limit) {
        const names = things.map((thing) => thing.name).filter((each) => each !== '')
        throw new Error(`There is no ${role} "${name}" on the screen, but: ${names.join(', ')}`)
      }
      await wait(100)
    }
  }

  return {
    readAll,
    waitFor,
    /** @param {string} role @param {string} name */
    click: async (role, name) => {
      const thing = await waitFor(role, name)
      // 0 asks for the place on the screen rather than in the window.
      const place = await ask(thing, 'org.a11y.atspi.Component.GetExtents', 'uint32:0')
      const [x = 0, y = 0, width = 0, height = 0] = [...place.matchAll(/int32 (-?\d+)/g)].map(
        ([, number]) => Number(number),
      )
      await ask(
        {
          owner: 'org.a11y.atspi.Registry',
          path: '/org/a11y/atspi/registry/deviceeventcontroller',
        },
        'org.a11y.atspi.DeviceEventController.GenerateMouseEvent',
        `int32:${x + Math.round(width / 2)}`,
        `int32:${y + Math.round(height / 2)}`,
        'string:b1c',
      )
    },
  }
}
