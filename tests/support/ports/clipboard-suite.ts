import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clipboard } from '../../../src/main/engine/ports.ts'

export interface ClipboardUnderTest {
  readonly clipboard: Clipboard
  /** The text as another program gets it. */
  read(): Promise<string>
  stop(): Promise<void>
}

export function describeClipboard(name: string, create: () => Promise<ClipboardUnderTest>): void {
  describe(`clipboard: ${name}`, () => {
    let subject: ClipboardUnderTest
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject.stop())

    it('hands a header to another program', async () => {
      await subject.clipboard.writeText('Authorization: Bearer abc.DEF-123_~+/=')
      expect(await subject.read()).toBe('Authorization: Bearer abc.DEF-123_~+/=')
    })

    it('replaces what was there', async () => {
      await subject.clipboard.writeText('the first, which is the longer one')
      await subject.clipboard.writeText('the second')
      expect(await subject.read()).toBe('the second')
    })

    it('carries a token of 100,000 characters and letters of any language', async () => {
      const text = `${'x'.repeat(100_000)} žluťoučký 漢字 🗝`
      await subject.clipboard.writeText(text)
      expect(await subject.read()).toBe(text)
    })
  })
}
