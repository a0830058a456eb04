import type { Identity } from '../../package/support/person.ts'
import { type Program, startProgram } from '../program.ts'
import { rows, watching } from '../watch-page.ts'
import type { Area } from './screen.ts'
import type { Session } from './session.ts'
import type { Command } from './stage.ts'
import { until } from './until.ts'

/** What a place on the screen looks like. */
export interface Look {
  readonly area: Area
  readonly picture: Buffer
}

/** By what it is seen that a program is there, and that it answers a click there. */
export interface Looks {
  readonly first: Look
  /** Nothing for a window that has no answer. */
  readonly answer: Look | undefined
}

export interface Learning {
  readonly session: Session
  readonly identity: Identity
  readonly command: Command
  readonly dataFolder: string
  /** For so many milliseconds nothing may change before it is taken for what the program shows. */
  readonly stillMs: number
}

interface Place {
  readonly selector: string
  readonly index: number
  /** So much of it from its left end. */
  readonly width: number
}

const line: Place = { selector: 'p', index: 0, width: 40 }
/** The name in the second row of the list. */
const row: Place = { selector: `${rows} > span:first-child`, index: 1, width: 180 }
/** The name above the details, as far as the number by which names differ. */
const heading: Place = { selector: '#profile-name', index: 0, width: 320 }

/** In the page: where something is on the screen, and what it says. */
function findPlace({ selector, index, width }: Place): { area: Area; text: string } {
  const found = document.querySelectorAll(selector)[index]
  if (found === undefined) throw new Error(`there is no ${selector}`)
  const box = found.getBoundingClientRect()
  // What the frame and the menu bar take is above the page.
  const left = window.screenX + (window.outerWidth - window.innerWidth) / 2
  const top = window.screenY + window.outerHeight - window.innerHeight
  const [x, y, height] = [Math.round(left + box.x), Math.round(top + box.y), Math.floor(box.height)]
  return { area: { x, y, width, height }, text: found.textContent ?? '' }
}

async function learn(
  { session: { screen }, stillMs }: Learning,
  program: Program,
  place: Place,
): Promise<Look & { readonly text: string }> {
  const { area, text } = await program.inPage(findPlace, place)
  let picture = screen.pictureOf(area)
  let since = performance.now()
  await until('anything that stands still', () => {
    const next = screen.pictureOf(area)
    if (!next.equals(picture)) since = performance.now()
    picture = next
    return performance.now() - since > stillMs
  })
  return { area, picture, text }
}

function start(learning: Learning, selector: string, count: number): Promise<Program> {
  const { session, identity, command, dataFolder } = learning
  const [app = ''] = command.args
  return startProgram({
    app,
    dataFolder,
    env: session.env,
    identity,
    runtime: { executable: command.program, switches: [] },
    watch: watching({ selector, count }),
  })
}

/** How the empty window looks. */
export async function learnEmptyWindow(learning: Learning): Promise<Looks> {
  const program = await start(learning, line.selector, 1)
  await program.told('painted')
  const first = await learn(learning, program, line)
  await program.end()
  return { first, answer: undefined }
}

/** How the app looks, by an unpackaged one that tells when it is there and when it has answered. */
export async function learnApp(learning: Learning): Promise<Looks> {
  const { pointer } = learning.session
  pointer.move(0, 0)
  const program = await start(learning, rows, 2)
  await program.told('painted')
  const first = await learn(learning, program, row)
  pointer.move(first.area.x + first.area.width / 2, first.area.y + first.area.height / 2)
  pointer.click()
  await program.told('answered')
  const answer = await learn(learning, program, heading)
  await program.end()
  if (answer.text !== first.text) throw new Error(`a click on ${first.text} shows ${answer.text}`)
  return { first, answer }
}
