import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyStore, Unwrapped } from '../../../src/main/engine/ports.ts'

export interface KeyStoreUnderTest {
  readonly keyStore: KeyStore
  stop(): Promise<void>
}

function plainIn(unwrapped: Unwrapped): Buffer {
  if (unwrapped.kind !== 'unwrapped') throw new Error(`not unwrapped: ${unwrapped.kind}`)
  return Buffer.from(unwrapped.plain)
}

/** Begins as what a key store wraps on Linux; some key of another day sealed it. */
const wrappedBefore = Buffer.concat([Buffer.from('v11'), randomBytes(48)])

/** What the vault relies on; `create` gives a key store that protects, with a key of its own. */
export function describeKeyStore(name: string, create: () => Promise<KeyStoreUnderTest>): void {
  describe(`key store: ${name}`, () => {
    let subject: KeyStoreUnderTest
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject.stop())

    it('says that it really protects', async () => {
      expect(await subject.keyStore.strength()).toBe('strong')
    })

    it('gives back every byte that it wrapped', async () => {
      const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index)
      for (const plain of [everyByte, randomBytes(32), new Uint8Array(32)]) {
        const wrapped = await subject.keyStore.wrap(plain)
        expect(plainIn(await subject.keyStore.unwrap(wrapped)).equals(plain)).toBe(true)
      }
    })

    it('shows nothing of what it wrapped', async () => {
      const plain = randomBytes(32)
      const wrapped = Buffer.from(await subject.keyStore.wrap(plain))
      for (const form of [plain, plain.toString('base64'), plain.toString('hex')]) {
        expect(wrapped.includes(form)).toBe(false)
      }
    })

    it('refuses bytes that it did not wrap', async () => {
      for (const strange of [new Uint8Array(0), Buffer.from('never wrapped by anybody')]) {
        expect(await subject.keyStore.unwrap(strange)).toEqual({ kind: 'does-not-fit' })
      }
    })

    it('refuses what was cut off', async () => {
      const wrapped = await subject.keyStore.wrap(randomBytes(32))
      const cut = await subject.keyStore.unwrap(wrapped.subarray(0, -1))
      expect(cut).toEqual({ kind: 'does-not-fit' })
    })

    it('has no newer key than the one it has just wrapped with', async () => {
      const wrapped = await subject.keyStore.wrap(randomBytes(32))
      expect(await subject.keyStore.unwrap(wrapped)).toMatchObject({ isOutdated: false })
    })
  })
}

/** As above, where the system has nothing that protects. */
export function describeMissingKeyStore(
  name: string,
  create: () => Promise<KeyStoreUnderTest>,
): void {
  describe(`no key store: ${name}`, () => {
    let subject: KeyStoreUnderTest
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject.stop())

    it('says that nothing protects', async () => {
      expect(await subject.keyStore.strength()).toBe('none')
    })

    it('wraps nothing', async () => {
      await expect(subject.keyStore.wrap(randomBytes(32))).rejects.toThrow()
    })

    it('does not call a key wrong that it can’t try', async () => {
      expect(await subject.keyStore.unwrap(wrappedBefore)).toEqual({ kind: 'no-answer' })
    })
  })
}

/** As above, where a key answers that anybody could know. */
export function describeWeakKeyStore(name: string, create: () => Promise<KeyStoreUnderTest>): void {
  describe(`weak key store: ${name}`, () => {
    let subject: KeyStoreUnderTest
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject.stop())

    it('says that its protection is weak', async () => {
      expect(await subject.keyStore.strength()).toBe('weak')
    })

    it('wraps nothing with the publicly known key', async () => {
      await expect(subject.keyStore.wrap(randomBytes(32))).rejects.toThrow()
    })
  })
}
