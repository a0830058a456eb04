import { createDecipheriv, hkdfSync, scryptSync } from 'node:crypto'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFile, sealFile } from '../../../src/main/backup/age-file.ts'
import { workFactor } from '../../../src/main/backup/age-header.ts'
import { cheap } from '../../support/backup/documents.ts'
import { madeByAge, passphraseOfAge, plainOfAge } from '../../support/backup/made-by-age.ts'
import { seedOr, sized } from '../../support/deep.ts'

const passphrase = 'three slow barges under a bridge'
const plain = Buffer.from('{"format":"token-desk-backup"}')
const refused = (problem: string) => ({ kind: 'refused', problem })

/** age-encryption.org/v1 for a passphrase and one chunk, by Node's own cryptography. */
function openByHand(file: Uint8Array, secret: string): string {
  const text = Buffer.from(file).toString('latin1')
  const [header = '', salt = '', logN = '', wrapped = ''] =
    /^age-encryption\.org\/v1\n-> scrypt (\S+) (\d+)\n(\S+)\n--- \S+\n/.exec(text) ?? []
  const salted = Buffer.concat([
    Buffer.from('age-encryption.org/v1/scrypt'),
    Buffer.from(salt, 'base64'),
  ])
  const cost = { N: 2 ** Number(logN), r: 8, p: 1, maxmem: 2 ** 29 }
  const unseal = (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array) => {
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  }
  const wrapping = scryptSync(secret, salted, 32, cost)
  const fileKey = unseal(wrapping, Buffer.alloc(12), Buffer.from(wrapped, 'base64'))
  const nonce = file.subarray(header.length, header.length + 16)
  const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  const only = Buffer.from('000000000000000000000001', 'hex')
  return unseal(key, only, file.subarray(header.length + 16)).toString()
}

describe('a file under a passphrase', () => {
  it('is opened by it with any contents', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 })
    const property = fc.asyncProperty(
      bytes,
      fc.string({ unit: 'binary', minLength: 1 }),
      async (given, secret) => {
        const opened = await openFile(await sealFile(given, secret, cheap), secret)
        expect(opened.kind === 'opened' && Buffer.from(opened.plain).equals(given)).toBe(true)
      },
    )
    await fc.assert(property, { numRuns: 40, seed: seedOr(5) })
  }, 30_000)

  it.each([0, 65_535, 65_536, 65_537, 131_072])(
    'of %i bytes, around the chunks of the format, is opened whole',
    async (length) => {
      const given = Buffer.alloc(length, 'chunk')
      const opened = await openFile(await sealFile(given, passphrase, cheap), passphrase)
      expect(opened.kind === 'opened' && given.equals(opened.plain)).toBe(true)
    },
  )

  it('is in the age format: another reader of it opens it, too', async () => {
    expect(openByHand(await sealFile(plain, passphrase, cheap), passphrase)).toBe(plain.toString())
  })

  it('that age itself has made is opened', async () => {
    const opened = await openFile(madeByAge, passphraseOfAge)
    expect(opened.kind === 'opened' && Buffer.from(opened.plain).toString()).toBe(plainOfAge)
  }, 60_000)

  it('asks for as much work as age does', async () => {
    const file = Buffer.from(await sealFile(plain, passphrase, workFactor)).toString('latin1')
    expect(file.split('\n')[1]).toMatch(/^-> scrypt \S+ 18$/)
  }, 60_000)

  it('is opened however a keyboard composed the letters of the passphrase', async () => {
    const file = await sealFile(plain, 'na\u00efve caf\u00e9 owners', cheap)
    expect(await openFile(file, 'nai\u0308ve cafe\u0301 owners')).toMatchObject({ kind: 'opened' })
  })

  it('is not opened by another, and nothing of it is in clear', async () => {
    const file = await sealFile(plain, passphrase, cheap)
    expect(await openFile(file, `${passphrase} `)).toEqual(refused('wrong-passphrase'))
    expect(Buffer.from(file).includes('token-desk')).toBe(false)
    expect(Buffer.from(file).includes(passphrase)).toBe(false)
  })
})

describe('a damaged file', () => {
  it('is refused at every length it may be cut off at', async () => {
    const file = await sealFile(plain, passphrase, cheap)
    for (let length = 0; length < file.length; length += sized({ usual: 11, deep: 1 })) {
      const opened = await openFile(file.subarray(0, length), passphrase)
      expect(opened, String(length)).toEqual(refused('damaged'))
    }
  }, 30_000)

  it('is refused whichever bit of it has flipped, and never taken for another', async () => {
    const file = await sealFile(plain, passphrase, cheap)
    const headerEnd = Buffer.from(file).indexOf('\n', Buffer.from(file).indexOf('---')) + 1
    // 67 is a prime, so that each of the eight places within a byte occurs.
    for (let bit = 0; bit < file.length * 8; bit += sized({ usual: 67, deep: 1 })) {
      const flipped = Uint8Array.from(file)
      const at = bit >> 3
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit & 7))
      const opened = await openFile(flipped, passphrase)
      expect(opened.kind, String(bit)).toBe('refused')
      if (at >= headerEnd) expect(opened, String(bit)).toEqual(refused('damaged'))
    }
  }, 60_000)

  it('is refused with anything after its end', async () => {
    const file = await sealFile(plain, passphrase, cheap)
    const longer = Buffer.concat([file, Buffer.from([0])])
    expect(await openFile(longer, passphrase)).toEqual(refused('damaged'))
  })
})

describe('a foreign file', () => {
  const text = (lines: readonly string[]) => Buffer.from(lines.join('\n'))
  const salt = 'A'.repeat(22)
  const body = 'A'.repeat(43)

  it.each<readonly [string, Buffer]>([
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['zeros', Buffer.alloc(4096)],
    ['a later age', text(['age-encryption.org/v2', '-> scrypt', ''])],
    ['armour', text(['-----BEGIN AGE ENCRYPTED FILE-----', 'YWdl', ''])],
    ...['19', '20', '22', '30', '64', '99'].map(
      (logN) =>
        [
          `a work factor of ${logN}`,
          text(['age-encryption.org/v1', `-> scrypt ${salt} ${logN}`, body, `--- ${body}`, '']),
        ] as const,
    ),
  ])('is distinguished from a backup without any work: %s', async (_, file) => {
    const begun = performance.now()
    expect(await openFile(file, passphrase)).toEqual(refused('not-a-backup'))
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it.each([
    ['three digits', `-> scrypt ${salt} 100`],
    ['a minus', `-> scrypt ${salt} -1`],
    ['a leading zero', `-> scrypt ${salt} 01`],
    ['a short salt', `-> scrypt ${'A'.repeat(21)} 10`],
    ['a second argument', `-> scrypt ${salt} 10 10`],
  ])('with an impossible work factor is damaged: %s', async (_, stanza) => {
    const file = text(['age-encryption.org/v1', stanza, body, `--- ${body}`, ''])
    expect(await openFile(file, passphrase)).toEqual(refused('damaged'))
  })

  it('for the holder of a key is none of ours', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()))
    const file = await encrypter.encrypt('hello')
    expect(await openFile(file, passphrase)).toEqual(refused('not-a-backup'))
  })

  it('with a second recipient beside the passphrase is refused before any work', async () => {
    const [intro = '', stanza = '', wrapped = ''] = Buffer.from(
      await sealFile(plain, passphrase, cheap),
    )
      .toString('latin1')
      .split('\n')
    const file = text([intro, stanza, wrapped, stanza, wrapped, `--- ${body}`, ''])
    expect(await openFile(file, passphrase)).toEqual(refused('damaged'))
  })

  it('of any bytes is refused', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect((await openFile(bytes, passphrase)).kind).toBe('refused')
    })
    await fc.assert(property, { numRuns: 200, seed: seedOr(5) })
  })
})
