import { chown, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { run } from '../../../build/command.mjs'
import { createPerson, type Person } from '../../package/support/person.ts'
import { fillFolder } from '../apps.ts'
import type { Bench } from '../bench.ts'
import { startHost } from '../host/start-host.ts'
import { learnApp, learnEmptyWindow } from '../screen/looks.ts'
import { type ScreenStart, startOnScreen } from '../screen/screen-start.ts'
import { openSession, type Session } from '../screen/session.ts'
import { type Command, type Stage, setStage } from '../screen/stage.ts'
import { type Figure, figureOf, inPairs, ratio } from '../statistics.ts'

const lists = ['few', 'many'] as const
const programs = [
  'empty',
  ...lists.flatMap((list) => [`unpackaged_${list}` as const, `packaged_${list}` as const]),
] as const
type ProgramName = (typeof programs)[number]

/** Who starts what, and where. */
interface Scene {
  readonly stage: Stage
  readonly person: Person
  readonly session: Session
}

/** Makes a folder in the person's home that is the person's. */
async function ownFolder({ home, identity }: Person, name: string): Promise<string> {
  const folder = path.join(home, name)
  await mkdir(folder)
  if (identity.uid !== undefined) await chown(folder, identity.uid, identity.gid)
  return folder
}

/** Fills the data folders, with the key of this person's keyring. */
async function fillFolders(bench: Bench, { stage, person, session }: Scene): Promise<void> {
  const { identity, home: folder } = person
  const { productName, emptyWindow } = stage
  const executable = emptyWindow.program
  const host = await startHost(session.env, { productName, identity, executable })
  try {
    for (const list of lists) {
      await ownFolder(person, list)
      const count = list === 'few' ? 10 : bench.sizes.many
      await fillFolder({ ...bench, host, folder }, list, count, 'alive')
    }
  } finally {
    await host.stop()
  }
}

/** What there is to start, each with caches of its own, and with the same data. */
async function prepare(
  { stage, person, session }: Scene,
  stillMs: number,
): Promise<(name: ProgramName) => Promise<ScreenStart>> {
  const ready = new Map<string, () => Promise<ScreenStart>>()
  const at = (name: string, command: Command) => ({
    session,
    identity: person.identity,
    command,
    dataFolder: path.join(person.home, name),
    stillMs,
  })
  await ownFolder(person, 'empty')
  const empty = at('empty', stage.emptyWindow)
  const emptyLooks = await learnEmptyWindow(empty)
  ready.set('empty', () => startOnScreen({ ...empty, looks: emptyLooks }))
  for (const list of lists) {
    const unpackaged = at(`unpackaged_${list}`, stage.unpackaged)
    const packaged = at(`packaged_${list}`, stage.packaged)
    for (const { dataFolder } of [unpackaged, packaged]) {
      await run('cp', ['--archive', path.join(person.home, list), dataFolder])
    }
    // The packaged app is to show the same, to the pixel.
    const looks = await learnApp(unpackaged)
    ready.set(`unpackaged_${list}`, () => startOnScreen({ ...unpackaged, looks }))
    ready.set(`packaged_${list}`, () => startOnScreen({ ...packaged, looks }))
  }
  return (name) => ready.get(name)?.() ?? Promise.reject(new Error(`there is no ${name}`))
}

function figuresOf(starts: Readonly<Record<ProgramName, readonly ScreenStart[]>>) {
  const all = (name: ProgramName, what: keyof ScreenStart) => starts[name].map((each) => each[what])
  const compared = (name: ProgramName): Figure =>
    figureOf(inPairs(all(name, 'usable'), all('empty', 'painted'), ratio))
  const cost = (list: (typeof lists)[number]): Figure =>
    figureOf(inPairs(all(`packaged_${list}`, 'usable'), all(`unpackaged_${list}`, 'usable'), ratio))
  return {
    figures: {
      packaged_start_ratio_10: compared('packaged_few'),
      packaged_start_ratio_10000: compared('packaged_many'),
    },
    details: {
      unpackaged_start_ratio_10: compared('unpackaged_few'),
      unpackaged_start_ratio_10000: compared('unpackaged_many'),
      packaged_to_unpackaged_10: cost('few'),
      packaged_to_unpackaged_10000: cost('many'),
      ...Object.fromEntries(
        programs.flatMap((name) => [
          [`${name}_shown_ms`, figureOf(all(name, 'painted'))],
          ...(name === 'empty' ? [] : [[`${name}_usable_ms`, figureOf(all(name, 'usable'))]]),
          [`${name}_cpu_s`, figureOf(all(name, 'cpu'))],
        ]),
      ),
    } as Record<string, Figure>,
  }
}

/**
 * Starts the packaged app, the same files unpackaged, and the empty window in turns, as a user
 * without rights and with Chromium's sandbox, and takes the time by what the screen shows.
 * @param folder of the packaged app
 */
export async function measurePackaged(bench: Bench, folder: string) {
  const { sizes, say } = bench
  const stage = setStage(folder)
  const person = await createPerson()
  const session = await openSession(person)
  try {
    const scene = { stage, person, session }
    await fillFolders(bench, scene)
    const start = await prepare(scene, sizes.stillMs)
    const starts: Record<ProgramName, ScreenStart[]> = {
      empty: [],
      unpackaged_few: [],
      packaged_few: [],
      unpackaged_many: [],
      packaged_many: [],
    }
    for (let round = -Math.max(1, sizes.warmUps); round < sizes.packagedRounds; round += 1) {
      for (const name of programs) {
        const took = await start(name)
        const [painted, usable] = [took.painted, took.usable].map(Math.round)
        say(`${name}: shown after ${painted} ms, usable after ${usable} ms`)
        if (round >= 0) starts[name].push(took)
      }
    }
    return figuresOf(starts)
  } finally {
    await session.close()
    await person.remove()
    stage.remove()
  }
}
