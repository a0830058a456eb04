import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Puts things that are no readable file in the place of one. Each returns when it is there. */
export const strangePlaces = {
  'a pipe': (path: string) => void execFileSync('mkfifo', [path]),
  'a folder': (path: string) => void mkdirSync(path),
  'a socket': (path: string) =>
    new Promise<void>((resolve, reject) => {
      // The socket stays when its server is gone only if the process is killed; `unref` does too.
      const server = createServer().unref()
      server.once('error', reject)
      server.listen(path, () => resolve())
    }),
  'a link to an endless device': (path: string) => symlinkSync('/dev/zero', path),
  'a link to a terminal': (path: string) => symlinkSync('/dev/ptmx', path),
} as const
export type StrangePlace = keyof typeof strangePlaces
export const strangeNames = Object.keys(strangePlaces) as readonly StrangePlace[]

/** Makes a file that has so many bytes and takes no room on the disk. */
export function makeSparse(path: string, bytes: number): void {
  closeSync(openSync(path, 'w'))
  truncateSync(path, bytes)
}

/** Fills a folder with files that belong to no program here. */
export function fillWithForeign(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true })
  for (let index = 0; index < count; index += 1) {
    // Every third looks like the beginning of somebody's write.
    const ending = index % 3 === 0 ? 'txt' : index % 3 === 1 ? 'json' : 'tmp'
    writeFileSync(join(folder, `foreign-${index}.${ending}`), '')
  }
}
