import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seal, unseal } from '../../../src/main/vault/sealing.ts'

const key = randomBytes(32)
const context = { format: 1, vaultId: 'vault', recordId: 'record', field: 'token' }

describe('sealing', () => {
  it('opens what it sealed, in any script and of any length', () => {
    for (const text of ['', 'a', 'žluť 漢字 🗝', 'x'.repeat(100_000)]) {
      expect(unseal(key, seal(key, text, context), context)).toBe(text)
    }
  })

  it('never seals the same text alike', () => {
    const sealed = Array.from({ length: 100 }, () => seal(key, 'the same', context))
    expect(
      new Set(sealed.map((text) => Buffer.from(text, 'base64').toString('hex', 0, 12))).size,
    ).toBe(100)
  })

  it('does not open with another key', () => {
    expect(unseal(randomBytes(32), seal(key, 'text', context), context)).toBeUndefined()
  })

  it.each([
    ['format', { ...context, format: 2 }],
    ['vault', { ...context, vaultId: 'another' }],
    ['record', { ...context, recordId: 'another' }],
    ['field', { ...context, field: 'secrets' }],
  ])('does not open as that of another %s', (_, other) => {
    expect(unseal(key, seal(key, 'text', context), other)).toBeUndefined()
  })

  it('does not take parts of two names for two others', () => {
    const sealed = seal(key, 'text', { ...context, vaultId: 'ab', recordId: 'c' })
    expect(unseal(key, sealed, { ...context, vaultId: 'a', recordId: 'bc' })).toBeUndefined()
  })

  it('does not open when one bit has changed, or the end is missing', () => {
    const bytes = Buffer.from(seal(key, 'text', context), 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(unseal(key, changed.toString('base64'), context)).toBeUndefined()
    }
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.subarray(0, length).toString('base64')
      expect(unseal(key, cut, context)).toBeUndefined()
    }
  })
})
