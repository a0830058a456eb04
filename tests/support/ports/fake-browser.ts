import type { Browser } from '../../../src/main/engine/ports.ts'
import { Failure } from '../../../src/shared/errors.ts'

export interface FakeBrowser {
  readonly browser: Browser
  readonly opened: readonly string[]
  /** Lets no page be opened until the returned function is called. */
  breakDown(): () => void
}

const allowed = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/

/** A browser that only remembers what it was asked to open. */
export function createFakeBrowser(): FakeBrowser {
  const opened: string[] = []
  let isBroken = false
  return {
    opened,
    breakDown: () => {
      isBroken = true
      return () => {
        isBroken = false
      }
    },
    browser: {
      open: async (address) => {
        if (!allowed.test(address)) throw new Error('address not allowed in a browser')
        if (isBroken) throw new Failure({ code: 'browser-unavailable' })
        opened.push(address)
      },
    },
  }
}
