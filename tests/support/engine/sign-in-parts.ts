import { createFakeBrowser } from '../ports/fake-browser.ts'
import { createFakeRedirects } from '../ports/fake-redirect-listener.ts'
import { createFakeVerifier } from '../ports/fake-verifier.ts'
import { createFixedRandomBytes } from './fixed-random.ts'

/** The parts of an engine that a sign-in and its tokens need: a browser that a test plays. */
export function createSignInParts() {
  const { browser, opened, breakDown } = createFakeBrowser()
  const { listener, visit } = createFakeRedirects()
  return {
    parts: {
      browser,
      redirectListener: listener,
      randomBytes: createFixedRandomBytes(),
      verifier: createFakeVerifier(),
    },
    browser: {
      opened,
      breakDown,
      visit,
      /** Takes a port, as another program does, until the returned function is called. */
      occupy: async (address: string) => {
        const program = new AbortController()
        await listener.listen({ address, accepts: () => false }, program.signal)
        return () => program.abort()
      },
      /** Returns the parameters of the page that was opened last. */
      lastPage: (): URLSearchParams => new URL(opened.at(-1) ?? '').searchParams,
      /** Sends the user back with these parameters, as the server does after the sign-in. */
      comeBack: (parameters: Readonly<Record<string, string>>, index = -1) => {
        const page = new URL(opened.at(index) ?? '').searchParams
        const back = new URL(page.get('redirect_uri') ?? '')
        const state = page.get('state')
        const all = { ...(state === null ? {} : { state }), ...parameters }
        for (const [name, value] of Object.entries(all)) back.searchParams.set(name, value)
        return visit(back.href)
      },
    },
  }
}
