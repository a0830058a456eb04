import { describe, expect, it } from 'vitest'
import { draftOf } from '../../../../../src/renderer/features/profile-form/draft.ts'
import { shownFields } from '../../../../../src/renderer/features/profile-form/shown-fields.ts'
import {
  emptyValues,
  type FormValues,
  presetValues,
  valuesOf,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import { profileDraft } from '../../../../../src/shared/profile.ts'
import { makeProfile, openPreset, strictPreset } from '../../make.ts'

const typed = (over: Partial<FormValues> = {}): FormValues => ({
  ...emptyValues,
  ...presetValues(openPreset),
  tokenEndpoint: 'https://login.example.com/token',
  clientId: 'client',
  clientSecret: 's3cret',
  userName: 'jane',
  password: 'pass',
  ...over,
})

describe('the fields that are shown', () => {
  const shown = (over: Partial<FormValues>) => [...shownFields(openPreset, typed(over))]

  it('ask for a user only where a password is the grant', () => {
    expect(shown({})).toEqual(expect.arrayContaining(['userNameField', 'userName', 'password']))
    const without = shown({ grantType: 'client_credentials' })
    for (const field of ['userNameField', 'userName', 'password', 'refreshToken']) {
      expect(without).not.toContain(field)
    }
  })

  it('ask for a refresh token only where it is the grant', () => {
    expect(shown({})).not.toContain('refreshToken')
    expect(shown({ grantType: 'refresh_token' })).toContain('refreshToken')
  })

  it('ask for no secret where the client does not authenticate', () => {
    expect(shown({ clientAuthentication: 'none' })).not.toContain('clientSecret')
    expect(shown({ clientAuthentication: 'none' })).toContain('clientId')
    expect(shown({ clientAuthentication: 'body' })).not.toContain('basicEncoding')
  })

  it('leave out what the provider has decided', () => {
    expect([...shownFields(strictPreset, strictPreset.defaults)]).toEqual(strictPreset.fields)
  })
})

describe('what the form sends', () => {
  it('is a draft that main accepts', () => {
    const draft = draftOf(typed(), openPreset, [])
    expect(profileDraft.parse(draft)).toEqual(draft)
    expect(draft.secrets).toEqual({ clientSecret: 's3cret', password: 'pass' })
  })

  it('has the provider’s name where none was typed', () => {
    expect(draftOf(typed({ name: '  ' }), openPreset, []).settings.name).toBe('Own server')
  })

  it('completes a bare server address and keeps what the provider fixed', () => {
    const values = { ...typed(), ...presetValues(strictPreset), tokenEndpoint: 'api.example.com' }
    const { settings, secrets } = draftOf(values, strictPreset, [])
    expect(settings).toMatchObject({
      tokenEndpoint: 'https://api.example.com/oauth2/token',
      grantType: 'client_credentials',
      basicEncoding: 'raw',
      userName: '',
    })
    expect(secrets).toEqual({ clientSecret: 's3cret' })
  })

  it('keeps a saved secret whose field was left empty', () => {
    const values = valuesOf(makeProfile(1))
    expect(values).toMatchObject({ clientSecret: '', password: '' })
    expect(draftOf(values, openPreset, ['clientSecret', 'password']).secrets).toEqual({})
  })

  it('takes off the spaces that copying brings along, but none of a password', () => {
    const { settings, secrets } = draftOf(
      typed({ clientId: ' client ', password: ' pass ' }),
      openPreset,
      [],
    )
    expect(settings.clientId).toBe('client')
    expect(secrets.password).toBe(' pass ')
  })

  it('puts the value of a secret parameter among the secrets, and leaves out blank rows', () => {
    const extraParameters = [
      { key: 'a', name: 'audience', value: 'https://api.example.com', secret: false },
      { key: 'b', name: '', value: '', secret: false },
      { key: 'c', name: 'api_key', value: 'k3y', secret: true },
    ]
    const { settings, secrets } = draftOf(typed({ extraParameters }), openPreset, [])
    expect(settings.extraParameters).toEqual([
      { secret: false, name: 'audience', value: 'https://api.example.com' },
      { secret: true, name: 'api_key' },
    ])
    expect(secrets['parameter:api_key']).toBe('k3y')
    expect(JSON.stringify(settings)).not.toContain('k3y')
  })

  it('forgets the secret of a parameter that was taken out or renamed, and keeps the others', () => {
    const extraParameters = [
      { key: 'a', name: 'kept', value: '', secret: true },
      { key: 'b', name: 'new_name', value: 'k3y', secret: true },
    ]
    const saved = ['parameter:kept', 'parameter:old_name'] as const
    const { secrets } = draftOf(typed({ extraParameters }), openPreset, saved)
    expect(secrets).toMatchObject({ 'parameter:old_name': null, 'parameter:new_name': 'k3y' })
    expect(secrets).not.toHaveProperty('parameter:kept')
  })
})
