import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Bench } from './bench.ts'
import type { Order } from './host/orders.ts'
import { type Program, startProgram } from './program.ts'
import { rows, watching } from './watch-page.ts'

const projectFolder = path.join(import.meta.dirname, '../..')

/** An address without a server; nothing is due that would ask it. */
const nowhere = 'http://127.0.0.1:9/token'

/** Returns a data folder with `count` profiles, as the app would have made it. */
export async function fillFolder(
  { folder, host }: Bench,
  name: string,
  count: number,
  tokens: Extract<Order, { name: 'fill' }>['tokens'],
  tokenEndpoint = nowhere,
  folders?: number,
): Promise<string> {
  const dataFolder = path.join(folder, name)
  await mkdir(dataFolder, { recursive: true })
  const folderIndex = folders === undefined ? {} : { folders }
  await host.follow({ name: 'fill', dataFolder, count, tokens, tokenEndpoint, ...folderIndex })
  return dataFolder
}

/** Starts the built app with `all` profiles, and watches for its second row and for the last. */
export function startApp(bench: Bench, dataFolder: string, all: number): Promise<Program> {
  return startBuiltApp(bench, projectFolder, dataFolder, all)
}

/** As `startApp`, for the app that is built in the folder of another checkout. */
export function startBuiltApp(
  { env }: Bench,
  app: string,
  dataFolder: string,
  all: number,
): Promise<Program> {
  return startProgram({
    app,
    dataFolder,
    env,
    watch: watching({ selector: rows, count: 2, all }),
  })
}

/** The same, as a program whose window SIGUSR2 hides. */
export function startHidingApp({ env }: Bench, dataFolder: string, all: number): Promise<Program> {
  return startProgram({
    app: path.join(import.meta.dirname, 'hiding-app'),
    dataFolder,
    env,
    watch: watching({ selector: rows, count: 2, all }),
  })
}

/** Starts an app that is one empty window; SIGUSR2 hides it. */
export function startEmptyWindow({ env, folder }: Bench): Promise<Program> {
  return startProgram({
    app: path.join(import.meta.dirname, 'empty-window'),
    dataFolder: path.join(folder, 'empty-window'),
    env,
    watch: watching({ selector: 'p', count: 1 }),
  })
}

/** Clicks with the left button of the mouse, at CSS pixels of the page. */
export async function click(program: Program, x: number, y: number): Promise<void> {
  const button = { x, y, button: 'left', clickCount: 1 }
  await program.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button })
  await program.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button })
}
