import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { usualCost } from '../../../src/main/vault/key-slots.ts'
import { makePassphraseSlot, openPassphraseSlot } from '../../../src/main/vault/passphrase-slot.ts'

const cheap = { N: 16, r: 1, p: 1 }
const vaultId = '5d2f6a38-9c1e-4c8b-b7a5-3e0d9a4c7f22'
const key = randomBytes(32)
const make = (passphrase: string) => makePassphraseSlot(passphrase, key, vaultId, cheap)

async function keyIn(slot: Awaited<ReturnType<typeof make>>, passphrase: string) {
  const found = await openPassphraseSlot(slot, passphrase, vaultId)
  return found === undefined ? undefined : Buffer.from(found).toString('hex')
}

describe('a passphrase slot', () => {
  it('gives the key for the passphrase, in any script', async () => {
    for (const passphrase of ['four plain words here', 'žluťoučký kůň', '漢字🗝 かな', ' spaces ']) {
      expect(await keyIn(await make(passphrase), passphrase)).toBe(key.toString('hex'))
    }
  })

  it('does not mind how a keyboard composes letters', async () => {
    const slot = await make('caf\u00e9 cr\u00e8me')
    expect(await keyIn(slot, 'cafe\u0301 cre\u0300me')).toBe(key.toString('hex'))
    const decomposed = await make('\u1112\u1161\u11ab word')
    expect(await keyIn(decomposed, '\ud55c word')).toBe(key.toString('hex'))
  })

  it.each(['', 'Correct horse', 'correct horse ', 'correct  horse', 'correct hors'])(
    'gives nothing for %j',
    async (other) => {
      expect(await keyIn(await make('correct horse'), other)).toBeUndefined()
    },
  )

  it('gives nothing in another vault, or with another salt or cost', async () => {
    const slot = await make('correct horse')
    const elsewhere = '0f6a2c52-7b0b-4f53-8a49-6f1d2f0b9c11'
    expect(await openPassphraseSlot(slot, 'correct horse', elsewhere)).toBeUndefined()
    const salt = randomBytes(16).toString('base64')
    expect(await keyIn({ ...slot, salt }, 'correct horse')).toBeUndefined()
    expect(await keyIn({ ...slot, scrypt: { ...cheap, N: 32 } }, 'correct horse')).toBeUndefined()
  })

  it('is another one each time, with the same passphrase', async () => {
    const [one, other] = [await make('correct horse'), await make('correct horse')]
    expect(one.salt).not.toBe(other.salt)
    expect(one.wrapped).not.toBe(other.wrapped)
  })

  it('has the recommended cost unless another is given', async () => {
    const slot = await makePassphraseSlot('correct horse', key, vaultId)
    expect(slot.scrypt).toEqual({ N: 131_072, r: 8, p: 1 })
    expect(usualCost).toEqual(slot.scrypt)
    expect(await keyIn(slot, 'correct horse')).toBe(key.toString('hex'))
  }, 60_000)
})
