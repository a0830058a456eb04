import { createHash } from 'node:crypto'
import { fingerprintOf } from '../../../src/main/engine/fingerprint.ts'
import type { StoredProfile, StoredToken } from '../../../src/main/engine/stored-profile.ts'
import { anyServer } from '../../../src/main/presets/any-server.ts'
import { presets } from '../../../src/main/presets/index.ts'
import type { Preset } from '../../../src/shared/preset.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import type { ActivityEntry } from '../../../src/shared/profile-view.ts'
import type { ProfileSettings } from '../../../src/shared/settings/index.ts'
import { makeSettings, optionsOf } from '../../support/profiles/settings.ts'
import { encoded } from '../../support/tokens/make-token.ts'
import type { Order } from './orders.ts'

type Filling = Extract<Order, { name: 'fill' }>

const minute = 60_000
const hour = 60 * minute

const towns = ['Utrecht', 'Gent', 'Köln', 'Lyon', 'Porto', 'Turku', 'Graz', 'Brno'] as const

/** The number is not padded, so that a search for its digits finds ever fewer. */
export function nameOf(index: number): string {
  return `${towns[index % towns.length]} office, customer ${index + 1}`
}

/** Without digits, which a search for a customer's number would find. */
export function folderOf(index: number, folders: number): string {
  const number = index % folders
  const letter = String.fromCharCode(65 + (number % 26))
  return `${towns[Math.floor(number / 26) % towns.length]} team ${letter}`
}

export function presetOf(index: number): Preset {
  return presets[index % presets.length] ?? anyServer
}

function noise(seed: string, length: number): string {
  let text = ''
  for (let part = 0; text.length < length; part += 1) {
    text += createHash('sha512').update(`${seed} ${part}`).digest('base64url')
  }
  return text.slice(0, length)
}

/** A token of about 2 KB, as the large identity providers issue them. */
export function largeToken(seed: string, issuedAt: number, expiresAt: number): string {
  const seconds = (at: number) => Math.floor(at / 1000)
  const header = { typ: 'JWT', alg: 'RS256', kid: noise(`${seed} kid`, 27) }
  const claims = {
    aud: 'api://1b2c3d4e-0000-4000-8000-000000000001',
    iss: 'https://login.example/0a1b2c3d-0000-4000-8000-000000000002/v2.0',
    iat: seconds(issuedAt),
    nbf: seconds(issuedAt),
    exp: seconds(expiresAt),
    azp: '2c3d4e5f-0000-4000-8000-000000000003',
    azpacr: '1',
    name: 'Ada Lovelace',
    preferred_username: 'ada@example.org',
    oid: '3d4e5f60-0000-4000-8000-000000000004',
    sub: noise(`${seed} sub`, 43),
    tid: '0a1b2c3d-0000-4000-8000-000000000002',
    uti: noise(`${seed} uti`, 22),
    ver: '2.0',
    scp: 'reports.read reports.write invoices.read profile offline_access',
    roles: ['Reports.Reader', 'Reports.Writer', 'Invoices.Reader'],
    groups: Array.from({ length: 12 }, (_, group) => noise(`${seed} ${group}`, 36)),
    address: { country: 'NL', locality: 'Utrecht', postal_code: '3511 AA' },
  }
  const signed = `${encoded(JSON.stringify(header))}.${encoded(JSON.stringify(claims))}`
  return `${signed}.${noise(`${seed} signature`, 342)}`
}

function settingsOf(index: number, { tokens, tokenEndpoint, folders }: Filling): ProfileSettings {
  const isOwnClient = tokens === 'over' || index % 2 === 0
  return makeSettings({
    name: nameOf(index),
    presetId: presetOf(index).id,
    tokenEndpoint,
    grantType: isOwnClient ? 'clientCredentials' : 'password',
    clientAuthentication: 'body',
    clientId: `client-${index}`,
    userName: isOwnClient ? '' : `user-${index}@example.org`,
    scope: 'reports.read reports.write',
    extraParameters: index % 5 === 0 ? [extraParameter] : [],
    group: folders === undefined ? '' : folderOf(index, folders),
    keepFresh: true,
  })
}

const extraParameter = {
  secret: false,
  name: 'tenant',
  value: 'north',
  sentWith: 'always',
} as const

/** When a token was issued and when it ends. */
function lifeOf(tokens: Filling['tokens'], now: number): readonly [number, number] {
  if (tokens === 'alive') return [now - 5 * minute, now + 24 * hour]
  // Less than an hour is left, so that every countdown changes every second.
  if (tokens === 'counting') return [now - 5 * minute, now + 55 * minute]
  return [now - hour, now - minute]
}

function tokenOf(index: number, settings: ProfileSettings, filling: Filling): StoredToken {
  const [issuedAt, end] = lifeOf(filling.tokens, Date.now())
  const expiresAt = end + (filling.folders === undefined ? 0 : ((index * 7919) % 10_007) * 1000)
  const isOpaque = index % 4 === 3
  return {
    accessToken: isOpaque
      ? noise(`token ${index}`, 64)
      : largeToken(`token ${index}`, issuedAt, expiresAt),
    tokenType: 'Bearer',
    refreshToken:
      optionsOf(settings).grantType === 'password' ? noise(`refresh ${index}`, 64) : null,
    scope: ['reports.read', 'reports.write'],
    issuedAt,
    expiresAt,
    expiryFrom: 'expires_in',
    obtainedBy: optionsOf(settings).grantType,
    fingerprint: fingerprintOf(settings, 1),
    clockOffset: null,
    deviations: [],
    jitter: (index % 100) / 100,
  }
}

function activityOf({ issuedAt }: StoredToken): ActivityEntry[] {
  return [0, 1, 2].map((before) => ({
    at: issuedAt - before * hour,
    what: 'refresh',
    by: 'renewal',
    outcome: { kind: 'obtained' },
  }))
}

export function idOf(index: number): ProfileId {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}

/** A profile as people have them: a secret or two, a token, a little history. */
export function profileOf(index: number, filling: Filling): StoredProfile {
  const settings = settingsOf(index, filling)
  const token = tokenOf(index, settings, filling)
  const password =
    optionsOf(settings).grantType === 'password' ? { password: noise(`pw ${index}`, 20) } : {}
  return {
    id: idOf(index),
    settings,
    needsSignIn: false,
    lostAnswers: 0,
    lastUsed: null,
    activity: activityOf(token),
    sealed: {
      secrets: { clientSecret: noise(`secret ${index}`, 40), ...password },
      secretsRevision: 1,
      token,
    },
  }
}
