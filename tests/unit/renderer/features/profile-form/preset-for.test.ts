import { describe, expect, it } from 'vitest'
import { draftOf } from '../../../../../src/renderer/features/profile-form/draft.ts'
import { presetFor } from '../../../../../src/renderer/features/profile-form/preset-for.ts'
import { shownFields } from '../../../../../src/renderer/features/profile-form/shown-fields.ts'
import {
  presetValues,
  savedSecretsFor,
  valuesOf,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import { type Preset, preset as presetSchema } from '../../../../../src/shared/preset.ts'
import { optionsOf, type SettingsOptions } from '../../../../support/profiles/settings.ts'
import { makeProfile, openPreset, strictPreset } from '../../make.ts'

/** A provider with one way for everything, Basic with ID and secret as they are. */
const basicOnly: Preset = presetSchema.parse({
  ...strictPreset,
  id: 'basic-only',
  fields: ['tokenEndpoint', 'clientId', 'clientSecret', 'userName', 'password'],
  tokenEndpointTemplate: null,
  grantTypes: ['password'],
  defaults: { ...strictPreset.defaults, grant: { kind: 'password', userNameField: 'username' } },
})

function profileOf({ id, defaults }: Preset, over: Partial<SettingsOptions> = {}) {
  const { grantType, clientAuthentication, basicEncoding, userNameField } = optionsOf(defaults)
  const fixed = { grantType, clientAuthentication, basicEncoding, userNameField }
  return makeProfile(1, {}, { presetId: id, ...fixed, ...over })
}

/** What is saved when the form of a profile is opened and left as it is. */
const savedAgain = (preset: Preset, profile: ReturnType<typeof profileOf>) =>
  draftOf(valuesOf(profile), presetFor(preset, profile), profile.savedSecrets)

describe('the form of a profile', () => {
  const foundMethods = [
    { clientAuthentication: 'body', basicEncoding: 'raw' },
    { clientAuthentication: 'query', basicEncoding: 'raw' },
    { clientAuthentication: 'none', basicEncoding: 'raw' },
    { clientAuthentication: 'basic', basicEncoding: 'form' },
  ] as const

  it.each(foundMethods)(
    'keeps what its provider does not list: $clientAuthentication, $basicEncoding',
    (way) => {
      const profile = profileOf(basicOnly, way)
      expect(savedAgain(basicOnly, profile).settings).toEqual(profile.settings)
    },
  )

  it('shows the method that worked, beside those of the provider', () => {
    const profile = profileOf(basicOnly, { clientAuthentication: 'body' })
    const preset = presetFor(basicOnly, profile)
    expect(preset.clientAuthentications).toEqual(['basic', 'body'])
    const shown = shownFields(preset, valuesOf(profile))
    expect(shown).toContain('clientAuthentication')
    expect(shown).not.toContain('encoding')
  })

  it('shows the encoding that was found, where the provider has another', () => {
    const raw = { clientAuthentication: 'basic', basicEncoding: 'raw' } as const
    const bodyOnly: Preset = {
      ...basicOnly,
      clientAuthentications: ['body'],
      defaults: { ...basicOnly.defaults, client: { authentication: { method: 'body' } } },
    }
    const profile = profileOf(bodyOnly, raw)
    const shown = shownFields(presetFor(bodyOnly, profile), valuesOf(profile))
    expect(shown).toContain('clientAuthentication')
    expect(shown).toContain('encoding')
  })

  it('keeps a grant, with what it needs, and extra values that are not the provider’s', () => {
    const profile = profileOf(strictPreset, {
      grantType: 'password',
      userName: 'jane',
      scope: 'read',
      audience: 'reports',
      bodyFormat: 'json',
      extraHeaders: [{ secret: false, name: 'X-Tenant', value: 'north', sentWith: 'always' }],
    })
    const preset = presetFor(strictPreset, profile)
    expect(savedAgain(strictPreset, profile).settings).toEqual(profile.settings)
    const shown = shownFields(preset, valuesOf(profile))
    for (const field of [
      'grantType',
      'userName',
      'password',
      'audience',
      'extraHeaders',
    ] as const) {
      expect(shown).toContain(field)
    }
    expect(shown).not.toContain('extraParameters')
  })

  it('is the provider’s own where the profile has nothing else', () => {
    for (const preset of [basicOnly, strictPreset, openPreset]) {
      const { fields, ...rest } = presetFor(preset, profileOf(preset))
      expect(rest).toEqual({ ...preset, fields: undefined })
      expect(new Set(fields)).toEqual(new Set(preset.fields))
    }
  })

  it('is unchanged after choosing another provider and then the original one again', () => {
    const way = { clientAuthentication: 'query', basicEncoding: 'raw', scope: 'read' } as const
    const profile = profileOf(basicOnly, { ...way, tokenEndpoint: 'https://own.example.com/token' })
    const away = { ...valuesOf(profile), ...presetValues(strictPreset, profile) }
    expect(away).toMatchObject({
      presetId: strictPreset.id,
      grantType: 'clientCredentials',
      clientAuthentication: 'basic',
      encoding: 'raw',
      tokenEndpoint: '',
    })
    expect({ ...away, ...presetValues(basicOnly, profile) }).toEqual(valuesOf(profile))
  })

  it('has nothing of another provider’s profile', () => {
    const profile = profileOf(basicOnly, { clientAuthentication: 'body', scope: 'read' })
    expect(presetFor(strictPreset, profile)).toBe(strictPreset)
    expect(presetFor(strictPreset, undefined)).toBe(strictPreset)
  })
})

it('builds upon saved secrets for the provider they were typed for, and for no other', () => {
  const profile = profileOf(basicOnly)
  expect(savedSecretsFor(profile, basicOnly.id)).toEqual(['clientSecret', 'password'])
  expect(savedSecretsFor(profile, openPreset.id)).toEqual([])
  expect(savedSecretsFor(undefined, basicOnly.id)).toEqual([])
})
