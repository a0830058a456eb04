import { describe, expect, it } from 'vitest'
import { forgottenSecrets } from '../../../../../src/renderer/features/profile-form/forgotten-secrets.ts'
import {
  type FormValues,
  presetValues,
  valuesOf,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import type { SecretName } from '../../../../../src/shared/profile.ts'
import { makeProfile, openPreset, strictPreset } from '../../make.ts'

const savedSecrets: SecretName[] = [
  'clientSecret',
  'password',
  'parameter:always:pin',
  'header:refreshing:X-Key',
]
const profile = makeProfile(
  1,
  { savedSecrets },
  {
    extraParameters: [{ secret: true, name: 'pin', sentWith: 'always' }],
    extraHeaders: [{ secret: true, name: 'X-Key', sentWith: 'refreshing' }],
  },
)
const forgotten = (over: Partial<FormValues>, preset = openPreset) =>
  forgottenSecrets({ ...valuesOf(profile), ...over }, preset, savedSecrets)
const none = { fields: [], extras: [] }

describe('the saved secrets that would be forgotten', () => {
  it('are none as long as all are needed', () => {
    expect(forgotten({})).toEqual(none)
    expect(forgotten({ password: 'another' })).toEqual(none)
  })

  it('are those that another grant does without', () => {
    expect(forgotten({ grantType: 'clientCredentials' })).toEqual({
      ...none,
      fields: ['password'],
    })
    expect(forgotten({ grantType: 'refreshToken' })).toEqual({ ...none, fields: ['password'] })
  })

  it('are the client secret, where the client is not to prove itself', () => {
    expect(forgotten({ clientAuthentication: 'none' })).toEqual({
      ...none,
      fields: ['clientSecret'],
    })
  })

  it('are the extra ones too, where another provider has none', () => {
    expect(forgotten(presetValues(strictPreset), strictPreset)).toEqual({
      fields: ['password'],
      extras: ['pin', 'X-Key'],
    })
  })

  it('are not those that the user removes or renames, which the rows show', () => {
    expect(forgotten({ extraHeaders: [] })).toEqual(none)
    const [header] = valuesOf(profile).extraHeaders
    if (header === undefined) throw new Error('the profile has a header')
    expect(forgotten({ extraHeaders: [{ ...header, name: 'X-Other' }] })).toEqual(none)
  })
})
