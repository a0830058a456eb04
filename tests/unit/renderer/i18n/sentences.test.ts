import { describe, expect, it } from 'vitest'
import { errorText, lockRefusalText } from '../../../../src/renderer/i18n/app-error.ts'
import { clockText } from '../../../../src/renderer/i18n/duration.ts'
import { providerName } from '../../../../src/renderer/i18n/provider-name.ts'
import { sayingText } from '../../../../src/renderer/i18n/toast.ts'
import { vaultNotices } from '../../../../src/renderer/i18n/vault-notices.ts'
import {
  type AppError,
  appError,
  backupProblems,
  notSavedReasons,
} from '../../../../src/shared/errors.ts'
import { minute } from '../../../support/profiles/views.ts'
import { makeProfile, openPreset, safeVault } from '../make.ts'
import { t } from './english.ts'

describe('errors', () => {
  const every: readonly AppError[] = [
    { code: 'profile-not-found' },
    { code: 'profile-invalid', fields: [] },
    { code: 'secrets-missing', names: ['clientSecret', 'parameter:always:api_key'] },
    { code: 'no-token' },
    { code: 'no-report' },
    { code: 'vault-locked' },
    { code: 'vault-read-only' },
    { code: 'vault-in-use' },
    { code: 'vault-changed' },
    { code: 'vault-missing' },
    { code: 'vault-unreadable' },
    { code: 'lock-in-memory' },
    { code: 'wrong-passphrase' },
    { code: 'no-passphrase' },
    { code: 'last-key' },
    { code: 'key-store-unusable', reason: 'no-key-store' },
    { code: 'key-store-unusable', reason: 'weak-key-store' },
    { code: 'key-store-unusable', reason: 'key-store-late' },
    ...notSavedReasons.map((reason) => ({ code: 'not-saved', reason }) as const),
    ...backupProblems.map((problem) => ({ code: 'backup-unreadable', problem }) as const),
    ...notSavedReasons.map((reason) => ({ code: 'backup-not-written', reason }) as const),
    ...notSavedReasons.map((reason) => ({ code: 'share-not-written', reason }) as const),
    { code: 'backup-not-written', reason: 'too-large' },
    { code: 'backup-closed' },
    { code: 'reading-stopped' },
    { code: 'too-complicated' },
    { code: 'clipboard-unavailable' },
    { code: 'not-writable-so' },
    { code: 'practice-server-failed' },
    { code: 'browser-unavailable' },
    { code: 'no-sign-in' },
    { code: 'no-endpoint' },
    { code: 'request-refused', reason: 'sender' },
    { code: 'internal', incident: 'A1' },
  ]

  it('are whole sentences, each of its own', () => {
    const reported = every.map((error) => errorText(t, error))
    expect(new Set(reported).size).toBe(every.length)
    for (const text of reported) expect(text).toMatch(/^[A-Z].+/)
    expect(new Set(every.map(({ code }) => code)).size).toBe(appError.options.length)
  })

  it('name what is missing, and the number of a bug', () => {
    const names = ['password', 'parameter:always:key', 'header:refreshing:x:y'] as const
    expect(errorText(t, { code: 'secrets-missing', names: [...names] })).toContain(
      'Missing: password, key, x:y.',
    )
    expect(errorText(t, { code: 'internal', incident: 'A1' })).toContain('A1')
  })
})

describe('a lock that is refused', () => {
  it('mentions values in memory only, where they are the reason', () => {
    const begins = (error: AppError) => lockRefusalText(t, error).slice(0, 27)
    expect(begins({ code: 'not-saved', reason: 'disk-full' })).toBe('Something is only in memory')
    expect(begins({ code: 'vault-changed' })).toBe('Another copy of Token Desk ')
    expect(begins({ code: 'vault-unreadable' })).toBe('The file with the key to yo')
  })
})

const copied = {
  kind: 'copied',
  form: 'header',
  of: null,
  renewal: 'not-needed',
  clearedAfter: null,
  request: null,
} as const

describe('toasts', () => {
  it.each([
    [58 * minute + 30_000, 'Copied. Valid for 58 min.'],
    [0, 'Copied, but this token has expired.'],
    [null, 'Copied. The server didn’t say how long it lasts.'],
  ])('after copying with %s ms left', (validFor, words) => {
    expect(sayingText(t, { ...copied, validFor })).toBe(words)
  })

  it('after copying: whether it was renewed, what is missing and when it is cleared', () => {
    const alive = { ...copied, validFor: 58 * minute }
    expect(sayingText(t, { ...alive, renewal: 'renewed', clearedAfter: 30 })).toBe(
      'Copied. Valid for 58 min. It was renewed first. The clipboard is cleared after 30 s.',
    )
    expect(sayingText(t, { ...alive, renewal: 'failed', clearedAfter: 120 })).toBe(
      'Copied. Valid for 58 min. It could not be renewed. The clipboard is cleared after 2 min.',
    )
    expect(sayingText(t, { ...alive, of: 'Payroll, test' })).toBe(
      'Copied. Valid for 58 min. It is the token for “Payroll, test”.',
    )
    expect(sayingText(t, { ...alive, form: 'curl', request: { host: null } })).toBe(
      'Copied. Valid for 58 min. Add the address of your service to it.',
    )
  })

  it.each([
    [{ clientAuthentication: 'basic', basicEncoding: 'form' }, 'Basic header, encoded first'],
    [{ clientAuthentication: 'basic', basicEncoding: 'raw' }, 'Basic header, as is'],
    [{ clientAuthentication: 'body' }, 'Request body'],
    [{ clientAuthentication: 'query' }, 'Query string'],
    [{ clientAuthentication: 'none' }, 'None, only the client ID'],
  ] as const)('after another method worked: which one is remembered', (settings, words) => {
    const profile = makeProfile(1, {}, settings)
    const message = { kind: 'way-found', id: profile.id } as const
    const text = sayingText(t, message, profile)
    expect(text).toContain(`this way: ${words}.`)
    expect(text).toContain('It worked')
    expect(sayingText(t, message)).toBe('You have a new token')
  })

  it('after the report was copied', () => {
    expect(sayingText(t, { kind: 'report-copied' })).toBe(
      'Report copied, with all secrets and tokens removed.',
    )
  })
})

describe('two clocks that disagree', () => {
  it('differ by which clock is behind, and by how much', () => {
    expect(clockText(t, 12 * minute)).toMatch(
      /^This computer’s clock is 12 minutes behind the server’s\. Token Desk allows for this/,
    )
    expect(clockText(t, -90 * minute)).toContain('1 hour 30 minutes ahead of')
  })
})

describe('how secrets are kept', () => {
  it('is no news while a key store guards them', () => {
    expect(vaultNotices(t, safeVault, 0)).toEqual([])
  })

  it.each([
    [
      'weak-key-store',
      'This computer can’t store secrets safely. They are kept until you close Token Desk. Set a passphrase to save them.',
    ],
    [
      'no-key-store',
      'This computer’s key store does not answer. Until it does, your secrets are kept only until you close Token Desk.',
    ],
    [
      'key-store-late',
      'This computer’s key store has not answered yet. It may be asking for a password in another window. Until it answers, your secrets are only in memory.',
    ],
  ] as const)('states that they are in memory only, and why: %s', (reason, text) => {
    const protection = { kind: 'memory-only', reason } as const
    const notices = vaultNotices(t, { ...safeVault, protection }, 0)
    expect(notices.map((notice) => notice.text)).toEqual([text])
  })

  it.each([
    ['newer-format', 'A newer version of Token Desk saved'],
    ['in-use', 'Another copy of Token Desk is using'],
    ['changed-elsewhere', 'Another copy of Token Desk has changed'],
  ] as const)('states why nothing may be written: %s', (reason, beginning) => {
    const protection = { kind: 'read-only', reason } as const
    const [notice, ...others] = vaultNotices(t, { ...safeVault, protection }, 0)
    expect(others).toEqual([])
    expect(notice?.text).toContain(beginning)
  })

  it('counts the profiles that are not on disk, where there is a disk to be on', () => {
    const reported = (unsaved: number, vault = safeVault) =>
      vaultNotices(t, vault, unsaved).map(({ kind, text }) => `${kind}: ${text.slice(0, 30)}`)
    expect(reported(1)).toEqual(['not-saved: The last change to one profile'])
    expect(reported(2)).toEqual(['not-saved: The last changes to 2 profiles'])
    const protection = { kind: 'memory-only', reason: 'no-key-store' } as const
    expect(reported(2, { ...safeVault, protection }).join()).toMatch(/^memory-only: [^:]*$/)
  })

  it('counts the profiles that are damaged, and those that can not be read now', () => {
    const reported = (over: Partial<typeof safeVault>) =>
      vaultNotices(t, { ...safeVault, ...over }, 0).map(({ text }) => text.slice(0, 34))
    expect(reported({ quarantined: 1 })).toEqual(['One profile is damaged and can’t b'])
    expect(reported({ quarantined: 3 })).toEqual(['3 profiles are damaged and can’t b'])
    expect(reported({ unreadable: 1 })).toEqual(['One profile isn’t shown, because i'])
    expect(reported({ unreadable: 2 })).toEqual(['2 profiles aren’t shown, because t'])
    expect(reported({ tooLarge: 1 })).toEqual(['One profile can’t be used, because'])
    expect(reported({ tooLarge: 2 })).toEqual(['2 profiles can’t be used, because '])
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

describe('a name in a sentence', () => {
  it('is isolated where it would change the order of the words, and stays as it is elsewhere', () => {
    expect(t('said.deleted', { name: 'Inv\u202eoices' })).toBe(
      '“\u2068Invoices\u2069” was deleted.',
    )
    expect(t('said.deleted', { name: 'תל אביב' })).toBe('“\u2068תל אביב\u2069” was deleted.')
    expect(t('said.deleted', { name: 'A & <b>“ü”</b>' })).toBe('“A & <b>“ü”</b>” was deleted.')
  })

  it('does not change how a number is written', () => {
    expect(t('vault.unreadable', { count: 12_345 })).toContain('12,345 profiles')
  })
})
