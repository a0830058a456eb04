import { describe, expect, it } from 'vitest'
import { activityText } from '../../../../src/renderer/sentences/activity.ts'
import { errorText } from '../../../../src/renderer/sentences/app-error.ts'
import { claimMeaning, claimText, headerMeaning } from '../../../../src/renderer/sentences/claim.ts'
import { providerName } from '../../../../src/renderer/sentences/provider-name.ts'
import { sayingText } from '../../../../src/renderer/sentences/saying.ts'
import { vaultNotices } from '../../../../src/renderer/sentences/vault-notices.ts'
import { type AppError, appError, notSavedReasons } from '../../../../src/shared/errors.ts'
import { makeProfile, minute, noon, openPreset, safeVault } from '../make.ts'
import { moments, t } from './words.ts'

describe('errors', () => {
  const every: readonly AppError[] = [
    { code: 'profile-not-found' },
    { code: 'profile-invalid', fields: [] },
    { code: 'secrets-missing', names: ['clientSecret', 'parameter:api_key'] },
    { code: 'no-token' },
    { code: 'vault-locked' },
    { code: 'vault-read-only' },
    ...notSavedReasons.map((reason) => ({ code: 'not-saved', reason }) as const),
    { code: 'clipboard-unavailable' },
    { code: 'practice-server-failed' },
    { code: 'request-refused', reason: 'sender' },
    { code: 'internal', incident: 'A1' },
  ]

  it('are told in whole sentences, each in its own', () => {
    const told = every.map((error) => errorText(t, error))
    expect(new Set(told).size).toBe(every.length)
    for (const text of told) expect(text).toMatch(/^[A-Z].+/)
    expect(new Set(every.map(({ code }) => code)).size).toBe(appError.options.length)
  })

  it('name what is missing, and the number of a bug', () => {
    expect(
      errorText(t, { code: 'secrets-missing', names: ['password', 'parameter:key'] }),
    ).toContain('password, key')
    expect(errorText(t, { code: 'internal', incident: 'A1' })).toContain('A1')
  })
})

describe('what is said in passing', () => {
  it.each([
    [58 * minute + 30_000, 'Copied. Valid for 58 min.'],
    [0, 'Copied. But this token has expired.'],
    [null, 'Copied. Nobody said how long it is valid.'],
  ])('after copying with %s ms left', (validFor, words) => {
    expect(sayingText(t, { kind: 'header-copied', validFor })).toBe(words)
  })
})

describe('activity', () => {
  const entry = { at: noon, what: 'refresh', by: 'renewal', outcome: { kind: 'obtained' } } as const

  it('tells apart who did what', () => {
    expect(activityText(t, entry)).toBe('Token Desk renewed the token for you')
    expect(activityText(t, { ...entry, by: 'user' })).toBe('You refreshed the token')
    expect(activityText(t, { ...entry, what: 'obtain', by: 'user' })).toBe('You got a token')
  })

  it('tells a failure by its name', () => {
    const outcome = { kind: 'unreachable', reason: 'offline' } as const
    expect(activityText(t, { ...entry, outcome })).toBe('Refresh: The server could not be reached')
  })
})

describe('claims', () => {
  it('have a plain meaning where a standard gives them one', () => {
    expect(claimMeaning(t, 'iss')).toBe('Who issued it')
    expect(headerMeaning(t, 'alg')).toBe('How it is signed')
    expect(claimMeaning(t, 'company_rank')).toBe('')
    expect(claimMeaning(t, 'constructor')).toBe('')
  })

  it('show times as dates and lists with commas', () => {
    const text = (value: Parameters<typeof claimText>[1]['value'], date: number | null = null) =>
      claimText(t, { name: 'x', value, date }, moments)
    expect(text(noon / 1000, noon)).toMatch(/^15 Jan 2030/)
    expect(text(['a', 'b', 3])).toBe('a, b, 3')
    expect(text(true)).toBe('yes')
    expect(text({ id: [1] })).toContain('"id"')
    expect(text(null)).toBe('null')
  })
})

describe('how secrets are kept', () => {
  it('is no news while a key store guards them', () => {
    expect(vaultNotices(t, safeVault)).toEqual([])
  })

  it('is told where they live in memory only', () => {
    const protection = { kind: 'memory-only', reason: 'weak-key-store' } as const
    expect(vaultNotices(t, { protection, quarantined: 0 }).map(({ text }) => text)).toEqual([
      'This computer offers no protected place for secrets. Your secrets stay in memory and are gone when you close Token Desk.',
    ])
  })

  it('counts the files that were set aside', () => {
    const told = (quarantined: number) => vaultNotices(t, { ...safeVault, quarantined })[0]?.text
    expect(told(1)).toMatch(/^One file/)
    expect(told(3)).toMatch(/^3 files/)
  })
})

describe('the provider of a profile', () => {
  it('is named by its preset, and the practice server by what it is', () => {
    expect(providerName(t, [openPreset], makeProfile(1))).toBe('Own server')
    expect(providerName(t, [], makeProfile(1))).toBe('own-server')
    expect(providerName(t, [openPreset], makeProfile(1, { lifetime: 'session' }))).toBe(
      'Practice server',
    )
  })
})
