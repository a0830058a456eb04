import { profileEntry } from '../../../src/main/engine/profiles.ts'
import { viewOf } from '../../../src/main/engine/projection.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'
import type { TokenView } from '../../../src/shared/token.ts'
import { sampleProfile } from '../ports/sample-profile.ts'

export const noon = Date.UTC(2030, 0, 15, 12)
export const minute = 60_000

export const idOf = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A token that lives for an hour from noon on. */
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
    issuedTo: null,
    madeWithOlderSettings: false,
    deviations: [],
    ...over,
  }
}

/** A profile without a token, to which nothing has happened. */
export function makeProfile(
  number: number,
  over: Partial<ProfileView> = {},
  settings: Partial<ProfileView['settings']> = {},
): ProfileView {
  const view = viewOf(profileEntry(sampleProfile('Billing', idOf(number)), 'saved'), noon, false)
  return {
    ...view,
    settings: { ...view.settings, keepFresh: false, ...settings },
    token: null,
    needsSignIn: false,
    renewsAt: null,
    waitsForNetwork: false,
    activity: [],
    ...over,
  }
}
