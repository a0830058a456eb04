import { randomUUID } from 'node:crypto'
import type {
  OpenPart,
  SealedPart,
  StoredProfile,
} from '../../../src/main/engine/stored-profile.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import { makeSettings, triedMethod } from '../profiles/settings.ts'

interface Sample extends OpenPart {
  readonly id: ProfileId
  readonly sealed: SealedPart
}

/** A profile with everything in it that can be stored; secrets and token tell it from others. */
export function sampleProfile(name = 'Reports', id: string = randomUUID()): Sample {
  return {
    id,
    settings: makeSettings({
      name,
      tokenEndpoint: 'https://login.example/oauth2/token',
      refreshEndpoint: 'https://login.example/oauth2/refresh',
      bodyFormat: 'json',
      clientId: 'reports',
      userName: 'ada@example.org',
      scope: 'read write',
      audience: 'https://api.example',
      resource: 'https://api.example/reports',
      extraParameters: [
        { secret: false, name: 'tenant', value: 'north', sentWith: 'always' },
        { secret: true, name: 'pin', sentWith: 'obtaining' },
      ],
      extraHeaders: [
        { secret: false, name: 'X-Region', value: 'eu', sentWith: 'refreshing' },
        { secret: true, name: 'X-Gateway-Key', sentWith: 'always' },
      ],
      group: 'Finance',
      tag: { name: 'Production', color: 'red' },
      apiAddress: 'https://api.example/me',
    }),
    needsSignIn: false,
    lostAnswers: 1,
    lastUsed: 1_767_225_650_000,
    activity: [
      { at: 1_767_225_600_000, what: 'refresh', by: 'renewal', outcome: { kind: 'obtained' } },
      {
        at: 1_767_225_550_000,
        what: 'refresh',
        by: 'renewal',
        outcome: { kind: 'unreachable', reason: 'name-not-found' },
        neverSent: true,
      },
      {
        at: 1_767_225_500_000,
        what: 'obtain',
        by: 'user',
        outcome: { kind: 'client-refused', status: 401, oauthError: 'invalid_client' },
      },
      {
        at: 1_767_225_400_000,
        what: 'other-methods',
        by: 'user',
        outcome: { kind: 'client-refused', status: 401, oauthError: 'invalid_client' },
        methods: [triedMethod('basic', true), triedMethod('query', false)],
      },
    ],
    sealed: {
      secrets: {
        clientSecret: `client-secret-of-${id}`,
        password: `password-of-${id}-žluť漢字`,
        'parameter:obtaining:pin': `pin-of-${id}`,
        'header:always:X-Gateway-Key': `gateway-key-of-${id}`,
      },
      secretsRevision: 3,
      token: {
        accessToken: `access-token-of-${id}`,
        tokenType: 'Bearer',
        refreshToken: `refresh-token-of-${id}`,
        scope: ['read', 'write'],
        issuedAt: 1_767_225_600_000,
        expiresAt: 1_767_229_200_000,
        expiryFrom: 'expires_in',
        obtainedBy: 'password',
        fingerprint: 'a-fingerprint',
        clockOffset: -120_000,
        deviations: ['token-type-case'],
        jitter: 0.25,
      },
    },
  }
}

/** Every text of a profile that must never be on disk as it is. */
export function secretsOf({ sealed }: Sample): readonly string[] {
  const { secrets, token } = sealed
  const all = [...Object.values(secrets), token?.accessToken, token?.refreshToken]
  return all.filter((text) => typeof text === 'string')
}

/** The same profile after another refresh. */
export function withToken(profile: Sample, accessToken: string): Sample {
  const { token } = profile.sealed
  if (token === null) throw new Error('the sample has a token')
  return { ...profile, sealed: { ...profile.sealed, token: { ...token, accessToken } } }
}

export function tokenOf(profile: StoredProfile | undefined): string | undefined {
  const sealed = profile?.sealed
  return sealed === undefined || sealed === 'locked' ? undefined : sealed.token?.accessToken
}
