import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { undoAtExit } from '../../../build/cleanup.mjs'
import { endGroup } from '../../../build/command.mjs'
import type { Person } from '../../package/support/person.ts'
import { type Pointer, takePointer } from './pointer.ts'
import { openScreen, type Screen } from './screen.ts'

/** A person's desktop, with its screen and its mouse. */
export interface Session {
  readonly env: NodeJS.ProcessEnv
  readonly screen: Screen
  readonly pointer: Pointer
  close(): Promise<void>
}

/** Opens a desktop session of this person's own, with a keyring. */
export async function openSession(person: Person): Promise<Session> {
  const screenFolder = join(person.home, 'screen')
  const [program = '', ...args] = person.script('hold-session.mjs', screenFolder)
  const child = spawn(program, args, {
    cwd: person.home,
    detached: true,
    env: { HOME: person.home, LANG: 'C.UTF-8', PATH: '/usr/local/bin:/usr/bin:/bin' },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...person.identity,
  })
  const ending = undoAtExit(() => endGroup(child, 'SIGTERM'))
  const exited = once(child, 'exit')
  const gone = exited.then((): never => {
    throw new Error('the session of the person did not begin')
  })
  gone.catch(() => {})
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), gone])
  const env: NodeJS.ProcessEnv = JSON.parse(String(line))
  const screen = openScreen(screenFolder)
  const pointer = await takePointer(env['DISPLAY'] ?? '')
  return {
    env,
    screen,
    pointer,
    close: async () => {
      pointer.close()
      screen.close()
      child.stdin.end()
      await exited
      ending.now()
    },
  }
}
