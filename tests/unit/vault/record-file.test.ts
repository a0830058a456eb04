import { hash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeChecked } from '../../../src/main/vault/checked-json.ts'
import { recordFormat } from '../../../src/main/vault/migrations.ts'
import { decodeRecord, encodeRecord, maxRecordBytes } from '../../../src/main/vault/record-file.ts'
import { sized } from '../../support/deep.ts'
import { sampleProfile, secretsOf, withToken } from '../../support/ports/sample-profile.ts'
import { optionsOf, settingsLike, withSettings } from '../../support/profiles/settings.ts'
import { flipBit, profileOfRecordSize, recordSize } from '../../support/vault/damage.ts'

const vaultId = randomUUID()
const key = { vaultId, bytes: randomBytes(32) }
const profile = sampleProfile()
const { id, settings, needsSignIn, lostAnswers, lastUsed, activity } = profile
const open = { settings, needsSignIn, lostAnswers, lastUsed, activity }
const damaged = { kind: 'damaged' }

/** Changes a file and gives it the checksum of what it says now, as an attacker would. */
function forge(text: string, change: (file: Record<string, unknown>) => unknown): string {
  const { checksum: _, ...file } = JSON.parse(text)
  change(file)
  return encodeChecked(file)
}

describe('a record file', () => {
  const text = encodeRecord(profile, 7, vaultId, key.bytes)

  it('gives back the profile', () => {
    const { sealed } = profile
    expect(decodeRecord(text, id, key)).toEqual({ kind: 'good', generation: 7, open, sealed })
  })

  it('holds the largest token of a response, and is not written if it could not be read again', () => {
    const recordWith = (bytes: number) =>
      encodeRecord(withToken(profile, 'x'.repeat(bytes)), 1, vaultId, key.bytes)
    expect(recordWith(1024 * 1024).length).toBeLessThan(maxRecordBytes / 4)
    expect(() => recordWith(maxRecordBytes)).toThrow(RangeError)
  })

  it('has settings in the clear and nothing of the secrets, in any form', () => {
    expect(text).toContain(optionsOf(settings).tokenEndpoint)
    for (const secret of secretsOf(profile)) {
      const bytes = Buffer.from(secret)
      for (const form of [secret, bytes.toString('base64'), bytes.toString('hex')]) {
        expect(text).not.toContain(form)
      }
    }
  })

  it('is the text that JSON makes of it, whether sealed or not', () => {
    const names = ['format', 'vaultId', 'id', 'generation', 'open', 'sealed', 'checksum']
    for (const each of [text, encodeRecord(profile, 1, vaultId, null)]) {
      expect(JSON.stringify(JSON.parse(each))).toBe(each)
      expect(Object.keys(JSON.parse(each))).toEqual(names)
    }
  })

  it('shows what can be read without the key', () => {
    expect(decodeRecord(text, id, null)).toMatchObject({ kind: 'good', open, sealed: 'locked' })
  })

  it('stays locked for the key of another vault, rather than damaged', () => {
    const other = { vaultId: randomUUID(), bytes: randomBytes(32) }
    expect(decodeRecord(text, id, other)).toMatchObject({ kind: 'good', sealed: 'locked' })
  })

  it('is damaged for a wrong key of the right vault', () => {
    expect(decodeRecord(text, id, { vaultId, bytes: randomBytes(32) })).toEqual(damaged)
  })

  it('holds nothing sealed when it was written without a key', () => {
    const clear = encodeRecord(profile, 1, vaultId, null)
    expect(JSON.parse(clear)).toMatchObject({ sealed: null })
    const sealed = { secrets: {}, secretsRevision: 0, token: null }
    expect(decodeRecord(clear, id, key)).toEqual({ kind: 'good', generation: 1, open, sealed })
    for (const secret of secretsOf(profile)) expect(clear).not.toContain(secret)
  })

  it('belongs to its name', () => {
    expect(decodeRecord(text, randomUUID(), key)).toEqual(damaged)
  })

  describe(`of ${recordSize} bytes`, () => {
    const large = profileOfRecordSize(vaultId, key.bytes)
    const bytes = Buffer.from(encodeRecord(large, 7, vaultId, key.bytes))
    const reading = (damagedBytes: Buffer) =>
      decodeRecord(damagedBytes.toString('utf8'), large.id, key).kind

    it('is damaged at every length but its own', () => {
      expect(bytes.length).toBe(recordSize)
      expect(reading(bytes)).toBe('good')
      for (let length = 0; length < bytes.length; length += 1) {
        expect(reading(bytes.subarray(0, length))).toBe('damaged')
      }
    })

    // 13 has no factor in common with eight, so that each place within a byte occurs.
    it('is damaged after a flip of any bit', { timeout: 60_000 }, () => {
      const wrong: number[] = []
      for (let bit = 0; bit < bytes.length * 8; bit += sized({ usual: 13, deep: 1 })) {
        if (reading(flipBit(bytes, bit)) !== 'damaged') wrong.push(bit)
      }
      expect(wrong).toEqual([])
    })
  })

  it('does not take the sealed part of another record', () => {
    const other = JSON.parse(encodeRecord(sampleProfile('other'), 7, vaultId, key.bytes))
    for (const field of ['secrets', 'token', 'digest']) {
      const forged = forge(text, (file) =>
        Object.assign(file['sealed'] ?? {}, { [field]: other.sealed[field] }),
      )
      expect(decodeRecord(forged, id, key)).toEqual(damaged)
    }
  })

  it('does not take the sealed part of an older generation of itself', () => {
    const older = JSON.parse(encodeRecord(profile, 6, vaultId, key.bytes))
    const forged = forge(text, (file) =>
      Object.assign(file['sealed'] ?? {}, { token: older.sealed.token }),
    )
    expect(decodeRecord(forged, id, key)).toEqual(damaged)
  })

  it('does not believe settings that were changed without the key', () => {
    // Otherwise whoever may write the file would be sent the password.
    const forged = forge(text, (file) => {
      file['open'] = {
        ...open,
        settings: withSettings(settings, { tokenEndpoint: 'https://evil.example/' }),
      }
    })
    expect(decodeRecord(forged, id, key)).toEqual(damaged)
  })

  it('does not read a second `open` in the place of the one that was sealed', () => {
    const evil = `"open":${JSON.stringify({ ...open, settings: withSettings(settings, { clientId: 'evil' }) })}`
    const [whole] = text.split(',"checksum":')
    const checksumOf = (begun: string) => `,"checksum":"${hash('sha256', `${begun}}`)}"}`
    const after = [`${whole},${evil}`, `${text.slice(0, -1)},${evil}`]
    const within = `${whole?.slice(0, -1)},"checksum":"${'0'.repeat(64)}"},${evil}`
    for (const begun of [...after, within]) {
      const forged = `${begun}${checksumOf(begun)}`
      expect(JSON.parse(forged)).toMatchObject({
        open: { settings: settingsLike({ clientId: 'evil' }) },
      })
      expect(decodeRecord(forged, id, key)).toEqual(damaged)
    }
  })

  it('is good in any layout: the checksum and the digest are of what it says', () => {
    const { checksum, ...file } = JSON.parse(text)
    const { sealed } = profile
    for (const other of [JSON.stringify({ ...file, checksum }, null, 1), `${text}\n`]) {
      expect(decodeRecord(other, id, key)).toEqual({ kind: 'good', generation: 7, open, sealed })
    }
  })

  it('is read-only when a later version wrote it, as far as it is understood', () => {
    const later = forge(text, (file) => {
      file['format'] = recordFormat + 1
      file['open'] = { ...open, colour: 'red', settings: { ...settings, team: 'x' } }
    })
    expect(decodeRecord(later, id, key)).toEqual({ kind: 'newer', open })
    const { id: _, ...client } = settings.client
    const twice = [1, 2].map(() => ({ secret: true, name: 'pin', sentWith: 'always' }))
    const request = { ...settings.request, extraParameters: twice }
    for (const odd of [
      { ...settings, client },
      { ...settings, request },
    ]) {
      const unusable = forge(text, (file) => {
        file['format'] = recordFormat + 1
        file['open'] = { ...open, settings: odd }
      })
      // The window refuses such settings, and with them the list that they are in.
      expect(decodeRecord(unusable, id, key)).toEqual({ kind: 'newer', open: null })
    }
    const strange = JSON.stringify({ format: recordFormat + 1, open: { title: 'x' } })
    expect(decodeRecord(strange, id, key)).toEqual({ kind: 'newer', open: null })
  })

  it('is not made of a profile that could not be read again', () => {
    const broken = { ...profile, settings: withSettings(settings, { tokenEndpoint: 'ftp://x' }) }
    expect(() => encodeRecord(broken, 1, vaultId, key.bytes)).toThrow()
    expect(() => encodeRecord({ ...profile, sealed: 'locked' }, 1, vaultId, key.bytes)).toThrow()
  })
})
