import { describe, expect, test } from 'vitest'
import { presets } from '../../../src/main/presets/index.ts'
import { preset } from '../../../src/shared/preset.ts'
import { profileSettings } from '../../../src/shared/profile.ts'
import { anySettings } from '../../support/profiles/settings.ts'

describe.each(presets.map((each) => [each.name, each] as const))('the preset %s', (_name, each) => {
  test('fits the contract', () => {
    expect(preset.safeParse(each).error).toBeUndefined()
  })

  test('starts from choices that it offers', () => {
    expect(each.grantTypes).toContain(each.defaults.grantType)
    expect(each.clientAuthentications).toContain(each.defaults.clientAuthentication)
    if (each.userNameFields.length > 0) {
      expect(each.userNameFields).toContain(each.defaults.userNameField)
    }
  })

  test('asks for every choice that it leaves open', () => {
    const fields: readonly string[] = each.fields
    expect(fields.includes('grantType')).toBe(each.grantTypes.length > 1)
    expect(fields.includes('clientAuthentication')).toBe(each.clientAuthentications.length > 1)
  })

  test('becomes valid settings once the user has filled in what only he knows', () => {
    const settings = anySettings({
      ...each.defaults,
      presetId: each.id,
      name: each.name,
      tokenEndpoint: each.defaults.tokenEndpoint || 'https://acme.example.com/oauth2/token',
    })
    expect(profileSettings.safeParse(settings).error).toBeUndefined()
  })
})

test('no two presets have the same id or name', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
  expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length)
})
