import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** By which programs Chromium and Electron open an address on Linux desktops. */
const names = ['xdg-open', 'gio', 'gvfs-open', 'kde-open', 'x-www-browser', 'sensible-browser']

export interface Openers {
  /** For the app: these programs come first. */
  readonly env: NodeJS.ProcessEnv
  /** What they were called with, each with its name before it. */
  opened(): Promise<readonly string[]>
  remove(): Promise<void>
}

/** Programs that write down what they should open. Linux alone finds them by the search path. */
export async function createOpeners(): Promise<Openers> {
  const folder = await mkdtemp(path.join(tmpdir(), 'openers-'))
  const record = path.join(folder, 'opened.txt')
  await writeFile(record, '')
  for (const name of names) {
    await writeFile(path.join(folder, name), `#!/bin/sh\necho "${name} $*" >> '${record}'\n`)
    await chmod(path.join(folder, name), 0o755)
  }
  return {
    env: { PATH: [folder, process.env['PATH']].join(path.delimiter) },
    opened: async () => (await readFile(record, 'utf8')).split('\n').filter((line) => line !== ''),
    remove: () => rm(folder, { recursive: true }),
  }
}
