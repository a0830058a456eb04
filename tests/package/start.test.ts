import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackDeb } from './support/made.ts'
import { createPerson, type Person } from './support/person.ts'

const refusal = 'Token Desk does not start with'

describe.runIf(process.platform === 'linux')('the packaged app', () => {
  let app: ReturnType<typeof unpackDeb>
  let person: Person

  beforeAll(async () => {
    app = unpackDeb()
    person = await createPerson()
  })
  afterAll(async () => {
    app.remove()
    await person.remove()
  })

  /** A script that leaves a trace in the person's home if anybody runs it. */
  function writeTrap(folder: string, name: string) {
    const trace = path.join(person.home, `trace-of-${name}`)
    const script = path.join(folder, `${name}.cjs`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')\n`)
    return { script, isSprung: () => existsSync(trace) }
  }

  test.each([
    ['--remote-debugging-port=0', '--remote-debugging-port'],
    ['--remote-debugging-pipe', '--remote-debugging-pipe'],
    ['--inspect=127.0.0.1:0', '--inspect'],
    ['--inspect-brk', '--inspect-brk'],
    ['--log-net-log=/tmp/planted-path', '--log-net-log'],
    ['--ignore-certificate-errors', '--ignore-certificate-errors'],
    ['--no-sandbox', '--no-sandbox'],
    ['--disable-web-security', '--disable-web-security'],
    ['--load-extension=/tmp', '--load-extension'],
    ['--js-flags=--expose-gc', '--js-flags'],
  ])('says in a sentence that it does not start with %s', async (dangerous, name) => {
    const { code, complained } = await person.run([app.program, dangerous])
    expect(complained).toContain(`${refusal} ${name}, because`)
    expect(complained).not.toContain('planted')
    expect(code).toBe(1)
    expect(existsSync(path.join(person.home, '.config'))).toBe(false)
  })

  test('does not run a script as Node', async () => {
    const trap = writeTrap(path.join(person.home, 'node'), 'run-as-node')
    // What it would be a script for is an argument for the app; the switch shows that it came to that.
    const { code, complained } = await person.run([app.program, trap.script, '--no-sandbox'], {
      ELECTRON_RUN_AS_NODE: '1',
    })
    expect(complained).toContain(refusal)
    expect(code).toBe(1)
    expect(trap.isSprung()).toBe(false)
  })

  test('takes no options of Node from the environment', async () => {
    const trap = writeTrap(path.join(person.home, 'node'), 'node-options')
    const { complained } = await person.run([app.program, '--no-sandbox'], {
      NODE_OPTIONS: `--require=${trap.script}`,
    })
    expect(complained).toContain(refusal)
    // A program that heeds them at all says that it heeds few.
    expect(complained).not.toContain('NODE_OPTION')
    expect(trap.isSprung()).toBe(false)
  })

  describe('with a folder of another app beside its archive', () => {
    const loose = () => path.join(app.resources, 'app')
    const archive = () => path.join(app.resources, 'app.asar')

    afterAll(() => rmSync(loose(), { recursive: true, force: true }))

    function plantApp(name: string) {
      const trap = writeTrap(loose(), name)
      writeFileSync(path.join(loose(), 'package.json'), `{"main":"${name}.cjs"}`)
      return trap
    }

    test('loads its archive all the same', async () => {
      const trap = plantApp('loose-app')
      const { complained } = await person.run([app.program, '--no-sandbox'])
      expect(complained).toContain(refusal)
      expect(trap.isSprung()).toBe(false)
    })

    test('does not start at all when its archive is gone', async () => {
      const trap = plantApp('only-app')
      renameSync(archive(), `${archive()}.away`)
      const { code } = await person.run([app.program, '--no-sandbox'])
      renameSync(`${archive()}.away`, archive())
      expect(code).not.toBe(0)
      expect(trap.isSprung()).toBe(false)
    })
  })
})
