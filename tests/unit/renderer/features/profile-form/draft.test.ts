import { describe, expect, it } from 'vitest'
import { draftOf } from '../../../../../src/renderer/features/profile-form/draft.ts'
import { shownFields } from '../../../../../src/renderer/features/profile-form/shown-fields.ts'
import {
  type FormValues,
  fixedValues,
  presetValues,
  valuesOf,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import { profileDraft } from '../../../../../src/shared/profile.ts'
import { optionsOf } from '../../../../support/profiles/settings.ts'
import { makeProfile, openPreset, strictPreset } from '../../make.ts'
import { bothLists, row, typed } from './typed.ts'

describe('the fields that are shown', () => {
  const shown = (over: Partial<FormValues>) => [...shownFields(openPreset, typed(over))]

  it('ask for a user only where a password is the grant', () => {
    expect(shown({})).toEqual(expect.arrayContaining(['userNameField', 'userName', 'password']))
    const without = shown({ grantType: 'clientCredentials' })
    for (const field of ['userNameField', 'userName', 'password', 'refreshToken']) {
      expect(without).not.toContain(field)
    }
  })

  it('ask for a refresh token only where it is the grant', () => {
    expect(shown({})).not.toContain('refreshToken')
    expect(shown({ grantType: 'refreshToken' })).toContain('refreshToken')
  })

  it('ask for no secret where the client does not authenticate', () => {
    expect(shown({ clientAuthentication: 'none' })).not.toContain('clientSecret')
    expect(shown({ clientAuthentication: 'none' })).toContain('clientId')
    expect(shown({ clientAuthentication: 'body' })).not.toContain('encoding')
  })

  it('leave out what the provider has decided', () => {
    expect([...shownFields(strictPreset, fixedValues(strictPreset))]).toEqual(strictPreset.fields)
  })
})

describe('what the form sends', () => {
  it('is a draft that main accepts', () => {
    const draft = draftOf(typed(), openPreset, [])
    expect(profileDraft.parse(draft)).toEqual(draft)
    expect(draft.secrets).toEqual({ clientSecret: 's3cret', password: 'pass' })
  })

  it('has the provider’s name where none was typed', () => {
    const { settings } = draftOf(typed({ name: '  ' }), openPreset, [])
    expect(optionsOf(settings).name).toBe('Own server')
  })

  it('has what was typed under More options', () => {
    const more = {
      refreshEndpoint: 'https://login.example.com/renew',
      audience: 'reports',
      resource: 'https://api.example.com https://files.example.com',
      bodyFormat: 'json',
      encoding: 'raw',
    } as const
    const draft = draftOf(typed(more), openPreset, [])
    const { encoding: basicEncoding, ...others } = more
    expect(optionsOf(draft.settings)).toMatchObject({ ...others, basicEncoding })
    expect(profileDraft.parse(draft)).toEqual(draft)
  })

  it('has the notes with their lines, and none where nothing was typed', () => {
    const { settings } = draftOf(typed({ notes: ' Ask Bo.\nMondays ' }), openPreset, [])
    expect(settings.about.notes).toBe('Ask Bo.\nMondays')
    expect(draftOf(typed({ notes: ' \n' }), openPreset, []).settings.about).not.toHaveProperty(
      'notes',
    )
  })

  it('completes a bare server address and keeps what the provider fixed', () => {
    const values = { ...typed(), ...presetValues(strictPreset), tokenEndpoint: 'api.example.com' }
    const { settings, secrets } = draftOf(values, strictPreset, [])
    expect(optionsOf(settings)).toMatchObject({
      tokenEndpoint: 'https://api.example.com/oauth2/token',
      grantType: 'clientCredentials',
      basicEncoding: 'raw',
      userName: '',
    })
    expect(secrets).toEqual({ clientSecret: 's3cret' })
  })

  it('has nothing that was typed for another provider and is not shown for this one', () => {
    const values = typed({
      ...presetValues(strictPreset),
      tokenEndpoint: 'api.example.com',
      refreshEndpoint: 'https://login.example.com/renew',
      audience: 'reports',
      resource: 'https://api.example.com',
      bodyFormat: 'json',
      extraParameters: [row('tenant', { value: 'x' })],
      extraHeaders: [row('X-Key', { value: 'k3y', secret: true })],
    })
    const { settings, secrets } = draftOf(values, strictPreset, [])
    expect(optionsOf(settings)).toMatchObject({
      refreshEndpoint: '',
      audience: '',
      resource: '',
      bodyFormat: 'form',
      extraParameters: [],
      extraHeaders: [],
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
    expect(optionsOf(settings).clientId).toBe('client')
    expect(secrets.password).toBe(' pass ')
  })

  it('takes off the spaces around a secret header, where they are no part of it', () => {
    const secret = row('key', { value: ' k3y ', secret: true })
    const values = typed({ extraHeaders: [secret], extraParameters: [secret] })
    expect(draftOf(values, openPreset, []).secrets).toMatchObject({
      'header:always:key': 'k3y',
      'parameter:always:key': ' k3y ',
    })
  })
})

describe.each(bothLists)('of $list the form', ({ list, secretOf }) => {
  it('sends each with when it is sent, the value of a secret one apart, and no blank row', () => {
    const rows = [
      row('tenant', { value: 'north', sentWith: 'obtaining' }),
      row(''),
      row(' key ', { value: 'k3y', secret: true, sentWith: 'refreshing' }),
    ]
    const { settings, secrets } = draftOf(typed({ [list]: rows }), openPreset, [])
    expect(optionsOf(settings)[list]).toEqual([
      { secret: false, name: 'tenant', value: 'north', sentWith: 'obtaining' },
      { secret: true, name: 'key', sentWith: 'refreshing' },
    ])
    expect(secrets[secretOf('key', 'refreshing')]).toBe('k3y')
    expect(JSON.stringify(settings)).not.toContain('k3y')
  })

  it('sends what a profile has just as it was, if nothing is changed', () => {
    const extras = [
      { secret: false as const, name: 'tenant', value: 'north', sentWith: 'obtaining' as const },
      { secret: true as const, name: 'key', sentWith: 'refreshing' as const },
    ]
    const savedSecrets = ['clientSecret', 'password', secretOf('key', 'refreshing')] as const
    const profile = makeProfile(1, { savedSecrets: [...savedSecrets] }, { [list]: extras })
    const { settings, secrets } = draftOf(valuesOf(profile), openPreset, savedSecrets)
    expect(settings).toEqual(profile.settings)
    expect(secrets).toEqual({})
  })

  it('forgets the secret of one that was taken out or renamed, and keeps the others', () => {
    const rows = [
      row('kept', { secret: true, savedAs: secretOf('kept') }),
      row('new_name', { secret: true, savedAs: secretOf('old_name'), value: 'k3y' }),
    ]
    const saved = [secretOf('kept'), secretOf('old_name'), secretOf('taken_out')]
    const { secrets } = draftOf(typed({ [list]: rows }), openPreset, saved)
    expect(secrets).toMatchObject({
      [secretOf('old_name')]: null,
      [secretOf('taken_out')]: null,
      [secretOf('new_name')]: 'k3y',
    })
    expect(secrets).not.toHaveProperty([secretOf('kept')])
  })

  it('never assigns a saved secret to another row that took its name', () => {
    const rows = [row('b', { secret: true, savedAs: secretOf('a') })]
    const { secrets } = draftOf(typed({ [list]: rows }), openPreset, [secretOf('a'), secretOf('b')])
    expect(secrets).toMatchObject({ [secretOf('a')]: null, [secretOf('b')]: null })
  })
})
