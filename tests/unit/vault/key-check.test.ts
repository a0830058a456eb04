import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { doesFit, makeCheck } from '../../../src/main/vault/sealing.ts'
import { sized } from '../../support/deep.ts'

const vaultId = '5d2f6a38-9c1e-4c8b-b7a5-3e0d9a4c7f22'
const key = randomBytes(32)
const check = makeCheck(key, vaultId)

test('the check value knows its key', () => {
  expect(doesFit(key, check, vaultId)).toBe(true)
})

const count = sized({ usual: 5_000, deep: 100_000 })

test(`of ${count} wrong keys the check value takes none`, () => {
  let accepted = 0
  for (let tries = 0; tries < count; tries += 1) {
    if (doesFit(randomBytes(32), check, vaultId)) accepted += 1
  }
  expect(accepted).toBe(0)
}, 60_000)

test('a key that differs in any one bit is a wrong one', () => {
  for (let bit = 0; bit < key.length * 8; bit += 1) {
    const other = Buffer.from(key)
    other.writeUInt8(other.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(doesFit(other, check, vaultId)).toBe(false)
  }
})

test('the check value of another vault, none, and a key of another length do not fit', () => {
  expect(doesFit(key, check, '0f6a2c52-7b0b-4f53-8a49-6f1d2f0b9c11')).toBe(false)
  expect(doesFit(key, null, vaultId)).toBe(false)
  expect(doesFit(key.subarray(1), check, vaultId)).toBe(false)
})

test('a check value of which one bit has changed fits no key', () => {
  const bytes = Buffer.from(check, 'base64')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(doesFit(key, changed.toString('base64'), vaultId)).toBe(false)
  }
})
