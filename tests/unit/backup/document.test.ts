import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeDocument,
  encodeDocument,
  maxDocumentLength,
} from '../../../src/main/backup/document.ts'
import { documentIn1 } from '../../support/backup/document-1.ts'
import { documentIn2 } from '../../support/backup/document-2.ts'
import { backedUpProfile, documentOf } from '../../support/backup/documents.ts'
import { seedOr } from '../../support/deep.ts'
import { anySettings, optionsOf, withSettings } from '../../support/profiles/settings.ts'

const id = '4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11'
const good = documentOf(backedUpProfile('Reports', id))
const refused = (problem: string) => ({ kind: 'refused', problem })

/** The document as JSON, after somebody has edited it. */
function edited(edit: (document: Record<string, unknown>) => unknown): Uint8Array {
  const document = JSON.parse(Buffer.from(encodeDocument(good)).toString())
  return Buffer.from(JSON.stringify(edit(document)))
}

function withProfile(change: object): Uint8Array {
  return edited((document) => ({ ...document, profiles: [{ ...good.profiles[0], ...change }] }))
}

const kinds = {
  password: 'password',
  client_credentials: 'clientCredentials',
  refresh_token: 'refreshToken',
} as const

describe('the document of a backup', () => {
  it('names its format and version, and is restored unchanged', () => {
    const text = Buffer.from(encodeDocument(good)).toString()
    expect(JSON.parse(text)).toMatchObject({ format: 'token-desk-backup', version: 3 })
    expect(decodeDocument(Buffer.from(text))).toEqual({ kind: 'document', document: good })
  })

  it('holds every name and secret that a user can type', () => {
    const typed = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 })
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    const property = fc.property(name, typed, fc.boolean(), (given, password, without) => {
      const profile = backedUpProfile('Reports', id)
      const settings = withSettings(profile.settings, {
        name: given.replace(/\p{Cc}/gu, '').trim() || 'x',
      })
      const secrets = { ...profile.secrets, password }
      const document = documentOf({ ...profile, settings, secrets, withoutRefreshToken: without })
      expect(decodeDocument(encodeDocument(document))).toEqual({ kind: 'document', document })
    })
    fc.assert(property, { numRuns: 50, seed: seedOr(5) })
  }, 30_000)

  it('of a later version is named as such, even with unknown contents', () => {
    const later = edited((document) => ({ ...document, version: 4, profiles: 'elsewhere' }))
    expect(decodeDocument(later)).toEqual(refused('newer-format'))
  })

  it('of version 1 opens: its profiles are in no folder, have no tag and no API address', () => {
    const decoded = decodeDocument(Buffer.from(documentIn1))
    if (decoded.kind !== 'document') return expect.fail(decoded.problem)
    const [profile] = JSON.parse(documentIn1).profiles
    const added = { group: '', tag: null, apiAddress: '' }
    expect(decoded.document.profiles).toEqual([
      { ...profile, settings: anySettings({ ...profile.settings, ...added }) },
    ])
    expect(decodeDocument(encodeDocument(decoded.document))).toEqual(decoded)
  })

  it('of version 2 opens with everything that was in it', () => {
    const decoded = decodeDocument(Buffer.from(documentIn2))
    if (decoded.kind !== 'document') return expect.fail(decoded.problem)
    const written = JSON.parse(documentIn2)
    const profiles = written.profiles.map(
      (profile: { settings: { grantType: keyof typeof kinds } }) => {
        const grantType = kinds[profile.settings.grantType]
        return { ...profile, settings: anySettings({ ...profile.settings, grantType }) }
      },
    )
    expect(decoded.document).toMatchObject({ createdAt: written.createdAt, profiles })
    expect(decodeDocument(encodeDocument(decoded.document))).toEqual(decoded)
  })

  it.each([
    ['version 1 without profiles', Buffer.from('{"format":"token-desk-backup","version":1}')],
    ['no JSON', Buffer.from('once upon a time')],
    ['an empty file', Buffer.alloc(0)],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a list', Buffer.from('[]')],
    ['null', Buffer.from('null')],
    ['another format', edited((document) => ({ ...document, format: 'vault' }))],
    ['version 0', edited((document) => ({ ...document, version: 0 }))],
    ['version 1.5', edited((document) => ({ ...document, version: 1.5 }))],
    ['no profiles', edited(({ profiles, ...others }) => others)],
    ['a member that nobody knows', edited((document) => ({ ...document, script: 'x' }))],
    ['a hundred thousand lists in each other', Buffer.from('['.repeat(1e5) + ']'.repeat(1e5))],
    [
      'the same profile twice',
      edited(({ profiles, ...others }) => ({
        ...others,
        profiles: [good.profiles[0], good.profiles[0]],
      })),
    ],
    ['a profile with a path for an id', withProfile({ id: '../../vault' })],
    ['a profile with a token', withProfile({ token: { accessToken: 'x' } })],
    [
      'an endpoint that is not https',
      withProfile({
        settings: anySettings({
          ...optionsOf(backedUpProfile('Reports', id).settings),
          tokenEndpoint: 'http://login.example/token',
        }),
      }),
    ],
    [
      'a header that begins another',
      withProfile({ secrets: { 'header:always:X-Gateway-Key': 'a\r\nHost: elsewhere' } }),
    ],
    ['a secret that is none', withProfile({ secrets: { constructor: 'x' } })],
    ['a secret of a megabyte', withProfile({ secrets: { password: 'x'.repeat(1e6) } })],
  ])('is not read from %s', (_, bytes) => {
    expect(decodeDocument(bytes)).toEqual(refused('not-a-backup'))
  })

  it('that is larger than any of ours is not even parsed', () => {
    expect(decodeDocument(Buffer.alloc(maxDocumentLength + 1))).toEqual(refused('too-large'))
  })

  it('is either refused or restored whole, for any contents of the file', () => {
    const text = Buffer.from(encodeDocument(good)).toString()
    const cut = fc.nat(text.length).map((length) => text.slice(0, length))
    const swapped = fc
      .tuple(fc.nat(text.length - 1), fc.string({ maxLength: 3 }))
      .map(([at, by]) => text.slice(0, at) + by + text.slice(at + by.length))
    const property = fc.property(fc.oneof(cut, swapped, fc.json()), (given) => {
      const decoded = decodeDocument(Buffer.from(given))
      if (decoded.kind === 'document')
        expect(decodeDocument(encodeDocument(decoded.document))).toEqual(decoded)
    })
    fc.assert(property, { numRuns: 300, seed: seedOr(5) })
  }, 30_000)
})
