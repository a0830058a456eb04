import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { undoAtExit } from '../../../build/cleanup.mjs'
import { endGroup } from '../../../build/command.mjs'
import type { Identity } from '../../package/support/person.ts'
import { cpuOf } from '../../support/processes/process-tree.ts'
import type { Look, Looks } from './looks.ts'
import type { Area } from './screen.ts'
import type { Session } from './session.ts'
import type { Command } from './stage.ts'
import { until } from './until.ts'

/** A program that is started to see how long it takes. */
export interface Starting {
  readonly session: Session
  readonly identity: Identity
  readonly command: Command
  readonly dataFolder: string
  readonly looks: Looks
}

export interface ScreenStart {
  /** Milliseconds from spawning until it shows. */
  readonly painted: number
  /** Until the answer to a click shows; as `painted` where there is none. */
  readonly usable: number
  /** Seconds of CPU that it took until then. */
  readonly cpu: number
}

/** A click that came before anybody listened is tried again. */
const clickAgainMs = 100

const middleOf = ({ x, y, width, height }: Area) => [x + width / 2, y + height / 2] as const

function spawnProgram({ session, identity, command, dataFolder }: Starting) {
  session.pointer.move(0, 0)
  const switches = ['--password-store=gnome-libsecret', `--user-data-dir=${dataFolder}`]
  const begun = performance.now()
  const child = spawn(command.program, [...switches, ...command.args], {
    env: session.env,
    cwd: '/',
    detached: true,
    stdio: 'ignore',
    ...identity,
  })
  const ending = undoAtExit(() => endGroup(child, 'SIGKILL'))
  const exited = once(child, 'exit')
  return {
    begun,
    cpu: () => cpuOf(child.pid ?? 0),
    end: async () => {
      child.kill('SIGTERM')
      await exited
      ending.now()
    },
  }
}

/** Starts a program and waits until the screen shows what it is known to look like. */
export async function startOnScreen(starting: Starting): Promise<ScreenStart> {
  const { first, answer } = starting.looks
  const { screen, pointer } = starting.session
  const shows = ({ area, picture }: Look) => screen.pictureOf(area).equals(picture)
  await until('that the window before is gone', () => !shows(first))
  const program = spawnProgram(starting)
  try {
    await until('the window', () => shows(first))
    const painted = performance.now() - program.begun
    let usable = painted
    if (answer !== undefined) {
      pointer.move(...middleOf(first.area))
      let clicked = Number.NEGATIVE_INFINITY
      await until('the answer to a click', () => {
        if (performance.now() - clicked > clickAgainMs) {
          pointer.click()
          clicked = performance.now()
        }
        return shows(answer)
      })
      usable = performance.now() - program.begun
    }
    return { painted, usable, cpu: program.cpu() }
  } finally {
    await program.end()
  }
}
