import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clipboard } from '../../../src/main/engine/ports.ts'

export interface ClipboardUnderTest {
  readonly clipboard: Clipboard
  /** The text as another program gets it; empty if there is none. */
  read(): Promise<string>
  /** Another program copies a text. */
  put(text: string): Promise<void>
  stop(): Promise<void>
}

export function describeClipboard(name: string, create: () => Promise<ClipboardUnderTest>): void {
  describe(`clipboard: ${name}`, () => {
    let subject: ClipboardUnderTest
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject.stop())

    it('copies a header for another program', async () => {
      await subject.clipboard.writeText('Authorization: Bearer abc.DEF-123_~+/=')
      expect(await subject.read()).toBe('Authorization: Bearer abc.DEF-123_~+/=')
    })

    it('replaces what was there', async () => {
      await subject.clipboard.writeText('the first, which is the longer one')
      await subject.clipboard.writeText('the second')
      expect(await subject.read()).toBe('the second')
    })

    it('copies a secret for another program, too', async () => {
      await subject.clipboard.writeSecret('Authorization: Bearer secret_~+/=')
      expect(await subject.read()).toBe('Authorization: Bearer secret_~+/=')
    })

    it('reads back what it wrote, byte for byte', async () => {
      const text = "curl 'https://api.example/?a=%20&b' \\\n  --header 'x: \"$y\"'"
      await subject.clipboard.writeSecret(text)
      expect(await subject.clipboard.readText()).toBe(text)
    })

    it('reads what another program copied', async () => {
      await subject.clipboard.writeSecret('ours')
      await subject.put('theirs')
      // The system tells us that ours is gone when it gets to it.
      await expect.poll(() => subject.clipboard.readText()).toBe('theirs')
    })

    it('leaves nothing behind when it is cleared, and reads that as nothing', async () => {
      await subject.clipboard.writeSecret('to be cleared')
      await subject.clipboard.clear()
      expect(await subject.read()).toBe('')
      expect(await subject.clipboard.readText()).toBe('')
    })

    it('carries a token of 100,000 characters and letters of any language', async () => {
      const text = `${'x'.repeat(100_000)} žluťoučký 漢字 🗝`
      await subject.clipboard.writeText(text)
      expect(await subject.read()).toBe(text)
    })
  })
}
