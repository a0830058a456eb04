import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fingerprintOf,
  isFromSameGrant,
  isFromSameServer,
} from '../../../src/main/engine/fingerprint.ts'
import { from4To5 } from '../../../src/main/vault/migration-4-to-5.ts'
import { authenticationMethods } from '../../../src/shared/client-authentication/facts.ts'
import type { ExtraParameter } from '../../../src/shared/extra.ts'
import { grants } from '../../../src/shared/grants/facts.ts'
import { sentWiths } from '../../../src/shared/sent-with.ts'
import { profileSettings } from '../../../src/shared/settings/index.ts'
import { seedOr } from '../../support/deep.ts'
import { settings } from '../../support/engine/drafts.ts'
import {
  makeSettings,
  optionsOf,
  type SettingsOption,
  type SettingsOptions,
} from '../../support/profiles/settings.ts'
import { fingerprintIn4 } from '../../support/vault/fingerprint-4.ts'

const options = optionsOf(makeSettings())

/** The grants of record format 4. */
const grantsIn4 = ['password', 'clientCredentials', 'refreshToken'] as const

/** The options that record format 4 has no place for. */
const since5: ReadonlySet<string> = new Set<SettingsOption>([
  'notes',
  'favourite',
  'issuer',
  'authorizationEndpoint',
  'deviceAuthorizationEndpoint',
  'pushedAuthorizationRequestEndpoint',
  'redirectAddress',
  'codeChallengeMethod',
  'responseMode',
  'prompt',
  'loginHint',
  'expectsIssuer',
  'sendsOrigin',
])

function settingsIn4({ grantType, ...rest }: SettingsOptions) {
  const kept = Object.entries(rest).filter(([option]) => !since5.has(option))
  return { ...Object.fromEntries(kept), grantType: grants[grantType].wireName }
}

function migrated(settings: SettingsOptions, token: object | null, activity: object[] = []) {
  const open = { settings: settingsIn4(settings), needsSignIn: false, activity }
  return from4To5({ open, secrets: { secrets: {} }, token })
}

/** What becomes of the fingerprint of a token that was obtained with these settings. */
function converted(obtainedWith: SettingsOptions, secretsRevision: number): string {
  const fingerprint = fingerprintIn4(obtainedWith, secretsRevision)
  const { token } = migrated(options, { obtainedBy: 'password', fingerprint, jitter: 0 })
  return (token as { fingerprint: string }).fingerprint
}

const text = fc.oneof(fc.constant(''), fc.string({ maxLength: 6 }), fc.constant('"],["\n'))
const extras: fc.Arbitrary<ExtraParameter[]> = fc.array(
  fc.oneof(
    fc.record({
      secret: fc.constant(false as const),
      name: text,
      value: text,
      sentWith: fc.constantFrom(...sentWiths),
    }),
    fc.record({
      secret: fc.constant(true as const),
      name: text,
      sentWith: fc.constantFrom('always', 'obtaining', 'refreshing'),
    }),
  ),
  { maxLength: 3 },
)
const anyOptions: fc.Arbitrary<SettingsOptions> = fc
  .record({
    tokenEndpoint: fc.constantFrom('https://a.example/t', 'https://b.example/t'),
    refreshEndpoint: fc.constantFrom('', 'https://a.example/t', 'https://c.example/r'),
    grantType: fc.constantFrom(...grantsIn4),
    clientAuthentication: fc.constantFrom(...authenticationMethods),
    basicEncoding: fc.constantFrom('form', 'raw'),
    bodyFormat: fc.constantFrom('form', 'json'),
    clientId: text,
    userName: text,
    userNameField: text,
    scope: text,
    audience: text,
    resource: text,
    extraParameters: extras,
    extraHeaders: extras,
  })
  .map((changes) => ({ ...options, ...changes }))

describe('the migration from record format 4 to 5', () => {
  it('turns each fingerprint into the one that the same settings have now', () => {
    fc.assert(
      fc.property(anyOptions, fc.nat(9), (obtainedWith, revision) => {
        expect(converted(obtainedWith, revision)).toBe(
          fingerprintOf(makeSettings(obtainedWith), revision),
        )
      }),
      { seed: seedOr(4) },
    )
  })

  it.each<[string, Partial<SettingsOptions>, boolean[]]>([
    ['the same settings', {}, [true, true, true]],
    ['another client authentication', { clientAuthentication: 'body' }, [false, true, true]],
    ['another scope', { scope: 'other' }, [false, false, true]],
    ['another user', { userName: 'bob@example.org' }, [false, false, true]],
    ['another grant', { grantType: 'clientCredentials' }, [false, false, true]],
    ['another server', { tokenEndpoint: 'https://x.example/t' }, [false, false, false]],
    ['another client', { clientId: 'another' }, [false, false, false]],
  ])('keeps what is known of a token that was obtained with %s', (_, changes, expected) => {
    const fingerprint = converted({ ...options, ...changes }, 0)
    const now = profileSettings.parse(
      (migrated(options, null).open as { settings: unknown }).settings,
    )
    expect([
      fingerprint === fingerprintOf(now, 0),
      isFromSameGrant(fingerprint, now),
      isFromSameServer(fingerprint, now),
    ]).toEqual(expected)
  })

  it('leaves a fingerprint alone that no version has written', () => {
    for (const fingerprint of ['', 'x', 'a\nb\nc', '[]\n{}\n[1]', '["a","b"]\nx\ny']) {
      const token = { obtainedBy: 'refresh_token', fingerprint }
      const after = migrated(options, token).token as { fingerprint: string }
      const lines = after.fingerprint.split('\n')
      expect(lines.slice(1)).toEqual(fingerprint.split('\n').slice(1))
      expect(after).toMatchObject({ obtainedBy: 'refreshToken' })
    }
  })

  it('makes settings that are valid and mean the same', () => {
    for (const grantType of grantsIn4) {
      for (const clientAuthentication of authenticationMethods) {
        const before = { ...options, grantType, clientAuthentication }
        const { settings } = migrated(before, null).open as { settings: unknown }
        expect(profileSettings.parse(settings)).toEqual(makeSettings(before))
      }
    }
  })

  it('renames a run through the other methods, and no other run', () => {
    const runs = ['other-ways', 'obtain', 'refresh']
    const { open } = migrated(
      options,
      null,
      runs.map((what) => ({ what })),
    )
    const renamed = ['other-methods', 'obtain', 'refresh']
    expect(open).toMatchObject({ activity: renamed.map((what) => ({ what })) })
  })

  it('keeps the methods that were tried after a refused client', () => {
    const methods = [
      { clientAuthentication: 'basic', basicEncoding: 'raw', isRefused: true },
      { clientAuthentication: 'body', basicEncoding: 'form', isRefused: false },
    ]
    const { open } = migrated(options, null, [{ at: 1, methods }, { at: 2 }])
    expect(open).toMatchObject({
      activity: [
        {
          at: 1,
          methods: [
            { authentication: { method: 'basic', encoding: 'raw' }, isRefused: true },
            { authentication: { method: 'body' }, isRefused: false },
          ],
        },
        { at: 2 },
      ],
    })
  })
})

const parameter = { secret: false, name: 'a', value: '1', sentWith: 'always' } as const
const secretOne = { secret: true, name: 'a', sentWith: 'always' } as const

/** By the settings that differ and the revision of the secrets: written by record format 1. */
const textsOfFormat1: readonly [Partial<SettingsOptions>, number, string][] = [
  [
    {},
    0,
    '["https://auth.example/token","the-client"]\n["password","read write","username","ada@example.org"]\n["basic","form",[],0]',
  ],
  [
    { clientAuthentication: 'body', basicEncoding: 'raw' },
    3,
    '["https://auth.example/token","the-client"]\n["password","read write","username","ada@example.org"]\n["body",[],3]',
  ],
  [
    { clientAuthentication: 'none', clientId: '', grantType: 'refreshToken', scope: '' },
    0,
    '["https://auth.example/token",""]\n["refresh_token",""]\n["none",[],0]',
  ],
  [
    { clientAuthentication: 'query', grantType: 'clientCredentials' },
    1,
    '["https://auth.example/token","the-client"]\n["client_credentials","read write"]\n["query",[],1]',
  ],
  [
    {
      extraParameters: [
        { ...parameter, value: '"]\n' },
        { ...secretOne, name: 'b' },
      ],
    },
    2,
    '["https://auth.example/token","the-client"]\n["password","read write","username","ada@example.org"]\n["basic","form",[["a","\\"]\\n"],["b"]],2]',
  ],
]

it('the fingerprints that this test converts are those that record format 1 has written', () => {
  for (const [changes, revision, written] of textsOfFormat1) {
    expect(fingerprintIn4({ ...optionsOf(settings), ...changes }, revision)).toBe(written)
  }
})
