import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../src/main/engine/fingerprint.ts'
import { encodeChecked } from '../../../src/main/vault/checked-json.ts'
import { recordFormat } from '../../../src/main/vault/migrations.ts'
import { decodeRecord, encodeRecord } from '../../../src/main/vault/record-file.ts'
import { secretsToSend } from '../../../src/shared/profile.ts'
import { makeSettings } from '../../support/profiles/settings.ts'
import { clearIn1, idIn1, keyIn1, sealedIn1 } from '../../support/vault/format-1.ts'

const settings = makeSettings({
  name: 'Reports é 💶',
  tokenEndpoint: 'https://login.example/oauth2/token?tenant=a',
  basicEncoding: 'raw',
  clientId: 'the client',
  userName: 'ada@example.org',
  userNameField: 'email_address',
  scope: 'read write',
  extraParameters: [
    { secret: false, name: 'audience', value: 'https://api.example', sentWith: 'always' },
    { secret: true, name: 'pin:2', sentWith: 'always' },
    { secret: false, name: 'empty', value: '', sentWith: 'always' },
  ],
})

const secrets = {
  clientSecret: 'client secret é💶',
  password: 'the password',
  'parameter:always:pin:2': 'the pin',
}

/** The profile in a record; fails for one that is not good and open. */
function opened(text: string) {
  const reading = decodeRecord(text, idIn1, keyIn1)
  if (reading.kind !== 'good' || reading.sealed === 'locked') return expect.fail(reading.kind)
  return { id: idIn1, ...reading.open, sealed: reading.sealed, generation: reading.generation }
}

/** As JSON has it: what was written then, whatever the types are now. */
const entriesIn1 = JSON.parse(sealedIn1).open.activity

describe('a record of format 1', () => {
  it('opens with its settings, which ask for the same request as before', () => {
    expect(opened(sealedIn1)).toMatchObject({ generation: 4, settings, needsSignIn: true })
  })

  it('opens with every secret under the name by which it is asked for now', () => {
    const { sealed, settings: found } = opened(sealedIn1)
    expect(sealed.secrets).toEqual(secrets)
    expect(sealed.secretsRevision).toBe(2)
    for (const name of secretsToSend(found)) expect(sealed.secrets[name]).toBeDefined()
  })

  it('opens with its token, which is not taken for one of older settings', () => {
    const { sealed, settings: found } = opened(sealedIn1)
    expect(sealed.token).toMatchObject({
      accessToken: 'the-access-token',
      refreshToken: 'the-refresh-token',
      scope: ['read', 'write'],
      issuedAt: 1_767_225_600_000,
      expiresAt: 1_767_229_200_000,
      clockOffset: null,
      jitter: 0.5,
    })
    expect(sealed.token?.deviations).toHaveLength(11)
    expect(sealed.token?.fingerprint).toBe(fingerprintOf(found, sealed.secretsRevision))
  })

  it('opens with all that happened, and nothing is thought to be lost', () => {
    const { activity, lostAnswers } = opened(sealedIn1)
    expect(lostAnswers).toBe(0)
    expect(activity).toHaveLength(entriesIn1.length)
    expect(activity).toMatchObject(entriesIn1)
  })

  it('shows what is open while it is locked', () => {
    const other = { ...keyIn1, vaultId: '11111111-1111-4111-8111-111111111111' }
    for (const key of [null, other]) {
      const reading = decodeRecord(sealedIn1, idIn1, key)
      expect(reading).toMatchObject({ kind: 'good', sealed: 'locked', open: { settings } })
    }
  })

  it('opens where nothing was sealed', () => {
    expect(opened(clearIn1)).toMatchObject({
      settings,
      sealed: { secrets: {}, secretsRevision: 0, token: null },
    })
  })

  it('is damaged if it was changed without the key', () => {
    const { checksum: _, ...file } = JSON.parse(sealedIn1.replace('login.example', 'evil.example'))
    expect(decodeRecord(encodeChecked(file), idIn1, keyIn1)).toEqual({ kind: 'damaged' })
  })

  it('is written in the format of today and then says the same', () => {
    const { generation, ...profile } = opened(sealedIn1)
    const text = encodeRecord(profile, generation, keyIn1.vaultId, keyIn1.bytes)
    expect(JSON.parse(text)).toMatchObject({ format: recordFormat })
    expect(opened(text)).toEqual({ generation, ...profile })
  })
})
