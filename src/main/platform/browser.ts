import { access, constants, stat } from 'node:fs/promises'
import { posix } from 'node:path'
import { Failure } from '../../shared/errors.ts'
import type { Browser } from '../engine/ports.ts'

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** SECURITY: a window that another program controls must not flood the desktop with pages. */
const maxOpened = 10
/** Milliseconds in which no more than `maxOpened` pages are opened. */
const openedSpan = 10_000

/**
 * SECURITY: other schemes start other programs (`file:`, `smb:`, `ms-msdt:` …), and what stands
 * before an `@` looks like the host.
 */
function isAllowed({ protocol, hostname, username, password }: URL): boolean {
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname))
}

/** The parts of the system that decide which program opens an address. */
interface System {
  readonly platform: NodeJS.Platform
  /** The search path; `undefined`: the environment has none. */
  readonly path: string | undefined
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

/**
 * Returns false if it is certain that nothing can open an address. On Linux, Electron starts
 * `xdg-open` and looks at neither its start nor its exit code: it resolves without one, too. An
 * `xdg-open` that finds no browser can't be noticed. Windows and macOS report it themselves.
 */
async function mayOpen({ platform, path }: System): Promise<boolean> {
  if (platform !== 'linux') return true
  // Without a search path, execvp(3) looks in these.
  const folders = (path ?? '/bin:/usr/bin').split(':').filter((folder) => folder !== '')
  const found = folders.map((folder) => isProgram(posix.join(folder, 'xdg-open')))
  return (await Promise.all(found)).includes(true)
}

/**
 * Opens addresses by `openExternal`, which is Electron's `shell.openExternal` in the app. `now`
 * returns milliseconds of a clock that is never set back.
 */
export function createBrowser(
  openExternal: (address: string) => Promise<void>,
  system: System = { platform: process.platform, path: process.env['PATH'] },
  now: () => number = () => performance.now(),
): Browser {
  let openedAt: readonly number[] = []
  return {
    open: async (address) => {
      const url = URL.canParse(address) ? new URL(address) : null
      // The message must not repeat the address: it may hold a `state` or a code challenge.
      if (url === null || !isAllowed(url)) throw new Error('address not allowed in a browser')
      const at = now()
      openedAt = openedAt.filter((earlier) => at - earlier < openedSpan)
      if (openedAt.length >= maxOpened) throw new Failure({ code: 'browser-unavailable' })
      openedAt = [...openedAt, at]
      if (!(await mayOpen(system))) throw new Failure({ code: 'browser-unavailable' })
      try {
        // The serialized form has no spaces, quotes or control characters for a command line.
        await openExternal(url.href)
      } catch {
        throw new Failure({ code: 'browser-unavailable' })
      }
    },
  }
}
