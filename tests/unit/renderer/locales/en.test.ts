import { describe, expect, it } from 'vitest'
import { en } from '../../../../src/renderer/locales/en/index.ts'

const sources = import.meta.glob<string>(
  ['../../../../src/renderer/**/*.{ts,tsx}', '!../../../../src/renderer/locales/**'],
  { query: '?raw', import: 'default', eager: true },
)
const source = Object.values(sources).join('\n')

type Words = { readonly [key: string]: string | Words }

function keysOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
}

/** A key as it is asked for: i18next picks the plural form itself. */
const asked = (key: string) => key.replace(/_(one|other)$/, '')
const keys = new Set(keysOf(en).map(asked))

const literals = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '')
const patterns = [...source.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
  ([, template]) =>
    new RegExp(`^${(template ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[^.]+')}$`),
)

describe('the English words', () => {
  it('are asked for by this many keys at least, so this test sees them', () => {
    expect(literals.length).toBeGreaterThan(100)
    expect(patterns.length).toBeGreaterThan(10)
  })

  it('are there for every key that is asked for', () => {
    expect(literals.filter((key) => !keys.has(key))).toEqual([])
    expect(patterns.filter((pattern) => ![...keys].some((key) => pattern.test(key)))).toEqual([])
  })

  it('are all used', () => {
    const isUsed = (key: string) =>
      literals.includes(key) || patterns.some((pattern) => pattern.test(key))
    expect([...keys].filter((key) => !isUsed(key))).toEqual([])
  })

  it('name the controls as they are fixed', () => {
    const { copyAs, list, detail, form, state } = en
    expect([
      list.newProfile,
      list.tryPractice,
      list.search,
      list.label,
      detail.getToken,
      detail.refreshNow,
      detail.copyHeader,
      detail.copyToken,
      detail.edit,
      detail.delete,
      detail.keepFresh,
      form.save,
      form.saveAndGet,
      form.cancel,
    ]).toEqual([
      'New profile',
      'Try the practice server',
      'Search profiles',
      'Profiles',
      'Get token',
      'Refresh now',
      'Copy header',
      'Copy token',
      'Edit profile',
      'Delete profile',
      'Keep token fresh',
      'Save',
      'Save and get token',
      'Cancel',
    ])
    expect(Object.values(detail.tabs)).toEqual(['Overview', 'Claims', 'Activity', 'Test the token'])
    expect(Object.values(copyAs.form)).toEqual([
      'Header',
      'Token',
      'cURL',
      'Command Prompt (Windows)',
      'JavaScript (fetch)',
      'Python (requests)',
      'PowerShell (Invoke-RestMethod)',
      'Power Query M',
      '.http file',
    ])
    expect(copyAs.open).toBe('Copy as…')
    expect(Object.values(form.grant)).toEqual(['Password', 'Client credentials', 'Refresh token'])
    expect(Object.values(form.authentication)).toEqual([
      'Basic header',
      'Request body',
      'Query string',
      'None',
    ])
    expect(Object.values(state)).toEqual([
      'Valid',
      'Expiring soon',
      'Expired',
      'No token',
      'Needs sign-in',
      'Failed',
      'Locked',
    ])
    expect(form.label).toMatchObject({
      name: 'Name',
      provider: 'Provider',
      tokenEndpoint: 'Token endpoint',
      grantType: 'Grant type',
      clientAuthentication: 'Client authentication',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      userName: 'User name',
      password: 'Password',
      userNameField: 'User name field',
      refreshToken: 'Refresh token',
      scope: 'Scope',
      keepFresh: 'Keep token fresh',
    })
  })
})
