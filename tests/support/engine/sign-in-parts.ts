import { createRandomBytes } from '../../../src/main/platform/random.ts'
import { createFakeBrowser } from '../ports/fake-browser.ts'
import { createFakeRedirects } from '../ports/fake-redirect-listener.ts'
import { createFakeVerifier } from '../ports/fake-verifier.ts'

/** The parts of an engine that a sign-in and its tokens need: a browser that a test plays. */
export function createSignInParts() {
  const { browser, opened, breakDown } = createFakeBrowser()
  const { listener, visit } = createFakeRedirects()
  return {
    parts: {
      browser,
      redirectListener: listener,
      randomBytes: createRandomBytes(),
      verifier: createFakeVerifier(),
    },
    browser: { opened, breakDown, visit },
  }
}
