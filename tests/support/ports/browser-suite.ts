import { describe, expect, it } from 'vitest'
import type { Browser } from '../../../src/main/engine/ports.ts'

export interface BrowserUnderTest {
  readonly browser: Browser
  /** The addresses that were opened. */
  readonly opened: readonly string[]
  /** From now on, the system can't open anything. */
  breakDown(): void
}

export function describeBrowser(name: string, create: () => BrowserUnderTest): void {
  describe(`browser: ${name}`, () => {
    it.each([
      'https://auth.example/authorize?state=a%20b&scope=read+write',
      'https://auth.example:8443/authorize',
      'http://127.0.0.1:9000/authorize',
      'http://[::1]:9000/authorize',
      'http://localhost:9000/authorize',
    ])('opens %s', async (address) => {
      const { browser, opened } = create()
      await browser.open(address)
      expect(opened).toEqual([address])
    })

    it.each([
      'http://auth.example/authorize',
      'http://localhost.attacker.example/',
      'http://127.0.0.1.attacker.example/',
      'http://127.0.0.1@attacker.example/',
      'file:///etc/passwd',
      'smb://server/share',
      'javascript:alert(1)',
      'data:text/html,hello',
      'ms-msdt:/id',
      'mailto:someone@example.org',
      'auth.example/authorize',
      '--version',
      '',
    ])('refuses %s', async (address) => {
      const { browser, opened } = create()
      await expect(browser.open(address)).rejects.toThrow('address not allowed in a browser')
      expect(opened).toEqual([])
    })

    it('repeats nothing of a refused address in its error', async () => {
      const { browser } = create()
      const error = await browser.open('http://auth.example/?state=s3cret').catch(String)
      expect(error).not.toContain('s3cret')
    })

    it('rejects if the system can’t open it', async () => {
      const { browser, breakDown } = create()
      breakDown()
      await expect(browser.open('https://auth.example/')).rejects.toMatchObject({
        error: { code: 'browser-unavailable' },
      })
    })
  })
}
