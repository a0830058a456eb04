import type { ProfileView } from '../../../src/shared/profile-view.ts'
import type { TokenView } from '../../../src/shared/token.ts'
import { makeSettings, type SettingsOptions } from './settings.ts'

export const noon = Date.UTC(2030, 0, 15, 12)
export const minute = 60_000

export const idOf = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Builds the view of a token that lives for an hour from noon on. */
export function makeToken(over: Partial<TokenView> = {}): TokenView {
  return {
    format: 'jwt',
    length: 800,
    tokenType: 'bearer',
    scope: ['read'],
    scopeFrom: 'answer',
    issuedAt: noon,
    expiresAt: noon + 60 * minute,
    expiryFrom: 'expires_in',
    clockOffset: null,
    obtainedBy: 'password',
    hasRefreshToken: true,
    refreshExpiresAt: null,
    issuedTo: null,
    madeWithOlderSettings: false,
    deviations: [],
    ...over,
  }
}

/** Builds the view of a saved profile without a token, to which nothing has happened. */
export function makeView(
  number: number,
  over: Partial<ProfileView> = {},
  settings: Partial<SettingsOptions> = {},
): ProfileView {
  return {
    id: idOf(number),
    lifetime: 'saved',
    settings: makeSettings({ keepFresh: false, ...settings }),
    savedSecrets: [],
    locked: false,
    token: null,
    tokenRun: null,
    needsSignIn: false,
    hasOtherMethods: false,
    hasReport: false,
    renewsAt: null,
    waitsForNetwork: false,
    lastUsed: null,
    activity: [],
    saved: true,
    isOlderGeneration: false,
    ...over,
  }
}
