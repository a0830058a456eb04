import { describe, expect, it } from 'vitest'
import { migrate, recordFormat, recordMigrations } from '../../../src/main/vault/migrations.ts'
import { decodeRecord, encodeRecord } from '../../../src/main/vault/record-file.ts'
import { unseal } from '../../../src/main/vault/sealing.ts'
import { optionsOf, settingsLike } from '../../support/profiles/settings.ts'
import { clearIn1, idIn1, keyIn1, sealedIn1 } from '../../support/vault/format-1.ts'
import {
  clearIn2,
  contentsIn2,
  generationIn2,
  idIn2,
  keyIn2,
  sealedIn2,
} from '../../support/vault/format-2.ts'
import {
  clearIn3,
  contentsIn3,
  generationIn3,
  idIn3,
  keyIn3,
  sealedIn3,
} from '../../support/vault/format-3.ts'
import {
  clearIn4,
  contentsIn4,
  generationIn4,
  idIn4,
  keyIn4,
  sealedIn4,
} from '../../support/vault/format-4.ts'
import {
  clearIn5,
  contentsIn5,
  generationIn5,
  idIn5,
  keyIn5,
  sealedIn5,
} from '../../support/vault/format-5.ts'

import {
  clearSignInIn5,
  sealedSignInIn5,
  signInContentsIn5,
  signInIdIn5,
} from '../../support/vault/format-5-sign-in.ts'

/** A record of each format that was ever released, as it was written then. */
const goldens = [
  { format: 1, id: idIn1, key: keyIn1, sealed: sealedIn1, clear: clearIn1 },
  { format: 2, id: idIn2, key: keyIn2, sealed: sealedIn2, clear: clearIn2 },
  { format: 3, id: idIn3, key: keyIn3, sealed: sealedIn3, clear: clearIn3 },
  { format: 4, id: idIn4, key: keyIn4, sealed: sealedIn4, clear: clearIn4 },
  { format: 5, id: idIn5, key: keyIn5, sealed: sealedIn5, clear: clearIn5 },
]
type Golden = (typeof goldens)[number]

const signIn: Golden = {
  format: 5,
  id: signInIdIn5,
  key: keyIn5,
  sealed: sealedSignInIn5,
  clear: clearSignInIn5,
}

function opened({ id, key }: Golden, text: string) {
  const reading = decodeRecord(text, id, key)
  if (reading.kind !== 'good' || reading.sealed === 'locked') return expect.fail(reading.kind)
  return {
    profile: { id, ...reading.open, sealed: reading.sealed },
    generation: reading.generation,
  }
}

/** What a migration is given: the parts of the file as they are, with what was sealed. */
function contentsOf({ id, key, sealed, format }: Golden) {
  const file = JSON.parse(sealed)
  const open = (field: string) => {
    const context = { format, vaultId: key.vaultId, recordId: id, field }
    return JSON.parse(unseal(key.bytes, file.sealed[field], context) ?? '')
  }
  return { open: file.open, secrets: open('secrets'), token: open('token') }
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) frozen(each)
    Object.freeze(value)
  }
  return value
}

/** An activity of formats 1 to 4 as format 5 has it. */
const entryLike = (entry: { readonly what: string }) =>
  entry.what === 'other-ways' ? { ...entry, what: 'other-methods' } : entry

it('there is a golden record of every format', () => {
  const formats = Array.from({ length: recordFormat }, (_, index) => index + 1)
  expect(goldens.map(({ format }) => format)).toEqual(formats)
  for (const { format, sealed, clear } of goldens) {
    for (const text of [sealed, clear]) expect(JSON.parse(text)).toMatchObject({ format })
  }
})

describe.each([...goldens, signIn])('a golden record of format $format', (golden) => {
  it('opens, sealed or in the clear, and says the same of what is open', () => {
    const { sealed, ...open } = opened(golden, golden.sealed).profile
    const inClear = opened(golden, golden.clear).profile
    expect(inClear).toEqual({
      ...open,
      sealed: { secrets: {}, secretsRevision: 0, token: null },
    })
    expect(Object.keys(sealed.secrets).length).toBeGreaterThan(0)
    expect(sealed.token).not.toBeNull()
  })

  it('has the same contents when it is written again', () => {
    const { profile, generation } = opened(golden, golden.sealed)
    const { vaultId, bytes } = golden.key
    const text = encodeRecord(profile, generation, vaultId, bytes)
    expect(JSON.parse(text)).toMatchObject({ format: recordFormat })
    expect(opened(golden, text)).toEqual({ profile, generation })
  })

  it('is migrated by functions that change nothing they are given', () => {
    const contents = frozen(contentsOf(golden))
    const once = migrate(contents, golden.format, recordFormat, recordMigrations)
    expect(migrate(contents, golden.format, recordFormat, recordMigrations)).toEqual(once)
  })
})

it.each([
  { format: 2, contents: contentsIn2, generation: generationIn2 },
  { format: 3, contents: contentsIn3, generation: generationIn3 },
  { format: 4, contents: contentsIn4, generation: generationIn4 },
  { format: 5, contents: contentsIn5, generation: generationIn5 },
])('a record of format $format opens with everything that was in it', (expected) => {
  const golden = goldens.find(({ format }) => format === expected.format)
  if (golden === undefined) return expect.fail('there is none')
  const { profile, generation } = opened(golden, golden.sealed)
  expect(generation).toBe(expected.generation)
  const { open } = JSON.parse(golden.sealed)
  const isFlat = expected.format < 5
  const settings = isFlat ? settingsLike(open.settings) : open.settings
  const activity = isFlat ? open.activity.map(entryLike) : open.activity
  expect(profile).toMatchObject({ ...open, settings, activity, sealed: expected.contents })
  expect(profile.activity.length).toBeGreaterThan(30)
})

it('a record of a profile that is signed in to opens with everything that was in it', () => {
  const { profile } = opened(signIn, signIn.sealed)
  const { open } = JSON.parse(signIn.sealed)
  expect(profile).toEqual({ id: signIn.id, ...open, sealed: signInContentsIn5 })
  const kinds = new Set(profile.activity.map(({ outcome }) => outcome.kind))
  expect([...kinds].slice(0, 5)).toEqual([
    'obtained',
    'denied',
    'sign-in-expired',
    'port-unavailable',
    'not-believed',
  ])
})

it('a record of format 2 gains no folder, no tag and no address, and was used when the user got a token', () => {
  const golden = goldens[1]
  if (golden === undefined) return expect.fail('there is none')
  const { settings, lastUsed, activity } = opened(golden, sealedIn2).profile
  expect(optionsOf(settings)).toMatchObject({ group: '', tag: null, apiAddress: '' })
  // There the only token was brought by a renewal.
  expect(activity.filter(({ outcome }) => outcome.kind === 'obtained')).toMatchObject([
    { by: 'renewal' },
  ])
  expect(lastUsed).toBeNull()
  const entry = { at: 7, what: 'obtain', by: 'user', outcome: { kind: 'obtained' } }
  const open = { settings: {}, needsSignIn: false, lostAnswers: 0, activity: [entry] }
  const migrated = migrate({ open, secrets: {}, token: null }, 2, 3, recordMigrations)
  expect(migrated.open).toMatchObject({ lastUsed: 7 })
})

it('a record of format 3 learns which attempts can be proved never to have left the computer', () => {
  const golden = goldens[2]
  if (golden === undefined) return expect.fail('there is none')
  const { activity } = opened(golden, sealedIn3).profile
  const sentOf = (isUnsent: boolean) =>
    activity
      .filter(({ neverSent }) => (neverSent === true) === isUnsent)
      .map(({ outcome }) => ('reason' in outcome ? outcome.reason : outcome.kind))
  expect(new Set(sentOf(true))).toEqual(
    new Set(['name-not-found', 'connection-refused', 'offline', 'certificate-not-trusted']),
  )
  expect(sentOf(false)).toEqual(
    expect.arrayContaining([
      'obtained',
      'cancelled',
      'timeout',
      'connection-lost',
      'proxy',
      'other',
    ]),
  )
})

it('a record of format 4 keeps which attempts never left the computer', () => {
  const golden = goldens[3]
  if (golden === undefined) return expect.fail('there is none')
  const { activity } = opened(golden, sealedIn4).profile
  expect(activity.some(({ neverSent }) => neverSent === true)).toBe(true)
  expect(activity).toStrictEqual(JSON.parse(sealedIn4).open.activity.map(entryLike))
})
