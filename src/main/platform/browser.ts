import { Failure } from '../../shared/errors.ts'
import type { Browser } from '../engine/ports.ts'

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** SECURITY: other schemes start other programs (`file:`, `smb:`, `ms-msdt:` …). */
function isAllowed({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && loopbackHosts.has(hostname))
}

/**
 * Opens addresses by `openExternal`, which is Electron's `shell.openExternal` in the app.
 * Electron rejects where the system has no program for https, such as under a minimal desktop.
 */
export function createBrowser(openExternal: (address: string) => Promise<void>): Browser {
  return {
    open: async (address) => {
      const url = URL.canParse(address) ? new URL(address) : null
      // The message must not repeat the address: it may hold a `state` or a code challenge.
      if (url === null || !isAllowed(url)) throw new Error('address not allowed in a browser')
      try {
        // The serialized form has no spaces, quotes or control characters for a command line.
        await openExternal(url.href)
      } catch {
        throw new Failure({ code: 'browser-unavailable' })
      }
    },
  }
}
