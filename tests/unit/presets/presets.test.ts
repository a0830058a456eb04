import { describe, expect, test } from 'vitest'
import { presets } from '../../../src/main/presets/index.ts'
import { preset } from '../../../src/shared/preset.ts'
import { profileSettings } from '../../../src/shared/settings/index.ts'
import { anySettings, optionsOf } from '../../support/profiles/settings.ts'

describe.each(presets.map((each) => [each.name, each] as const))('the preset %s', (_name, each) => {
  test('fits the contract', () => {
    expect(preset.safeParse(each).error).toBeUndefined()
  })

  test('starts from choices that it offers', () => {
    const { grantType, clientAuthentication, userNameField } = optionsOf(each.defaults)
    expect(each.grantTypes).toContain(grantType)
    expect(each.clientAuthentications).toContain(clientAuthentication)
    if (each.userNameFields.length > 0) expect(each.userNameFields).toContain(userNameField)
  })

  test('asks for every choice that it leaves open', () => {
    const fields: readonly string[] = each.fields
    expect(fields.includes('grantType')).toBe(each.grantTypes.length > 1)
    expect(fields.includes('clientAuthentication')).toBe(each.clientAuthentications.length > 1)
  })

  test('becomes valid settings once the user has filled in what only he knows', () => {
    const settings = anySettings({
      ...optionsOf(each.defaults),
      presetId: each.id,
      name: each.name,
      userName: 'ada',
      clientId: 'the-client',
      tokenEndpoint: each.defaults.server.tokenEndpoint ?? 'https://acme.example.com/oauth2/token',
      bodyFormat: 'form',
      extraParameters: [],
      extraHeaders: [],
      keepFresh: false,
    })
    expect(profileSettings.safeParse(settings).error).toBeUndefined()
  })
})

test('no two presets have the same id or name', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
  expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length)
})
