import { describe, expect, it } from 'vitest'
import {
  problemsIn,
  problemsOf,
  problemText,
} from '../../../../../src/renderer/features/profile-form/problems.ts'
import {
  emptyValues,
  type FormValues,
  presetValues,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import { pathOf } from '../../../../support/profiles/settings.ts'
import { t } from '../../i18n/english.ts'
import { openPreset, strictPreset } from '../../make.ts'
import { bothLists, row, typed } from './typed.ts'

const found = (values: FormValues, saved: Parameters<typeof problemsIn>[2] = []) =>
  Object.fromEntries(problemsIn(values, openPreset, saved))

describe('what is wrong in the form', () => {
  it('is nothing when all is there', () => {
    expect(found(typed())).toEqual({})
  })

  it('is the provider, as long as none is chosen', () => {
    expect(Object.fromEntries(problemsIn(emptyValues, undefined, []))).toEqual({
      presetId: 'required',
    })
  })

  it('names every empty field that is needed, secrets among them', () => {
    expect(found({ ...emptyValues, ...presetValues(openPreset) })).toEqual({
      tokenEndpoint: 'required',
      clientId: 'required',
      clientSecret: 'required',
      userName: 'required',
      password: 'required',
    })
  })

  it('does not ask again for a saved secret', () => {
    const values = typed({ clientSecret: '', password: '' })
    expect(found(values, ['clientSecret'])).toEqual({ password: 'required' })
    expect(found(values, ['clientSecret', 'password'])).toEqual({})
  })

  it.each([
    ['http://login.example.com/token', 'not-https'],
    ['nonsense', 'not-a-url'],
    ['https://user:pass@login.example.com/token', 'credentials-in-url'],
    ['https://login.example.com/token#top', 'fragment-in-url'],
  ])('finds the token endpoint and the refresh address %s to be %s', (address, problem) => {
    expect(found(typed({ tokenEndpoint: address }))).toEqual({ tokenEndpoint: problem })
    expect(found(typed({ refreshEndpoint: address }))).toEqual({ refreshEndpoint: problem })
  })

  it('is a resource that is no whole address', () => {
    expect(found(typed({ resource: 'https://api.example.com files' }))).toEqual({
      resource: 'bad-resource',
    })
  })

  it('is a header that has no possible name, or that the request has already', () => {
    const extraHeaders = [
      row('two words', { value: 'x' }),
      row('Authorization', { value: 'x' }),
      row('X-Tenant', { value: 'x', sentWith: 'refreshing' }),
      row('x-tenant', { value: 'x' }),
      row('X-Key', { value: '' }),
    ]
    expect(found(typed({ extraHeaders }))).toEqual({
      'extraHeaders.0.name': 'not-a-header-name',
      'extraHeaders.1.name': 'reserved-header',
      'extraHeaders.3.name': 'repeated-header',
      'extraHeaders.4.value': 'required',
    })
  })

  it('is no name that stands only in requests of different kinds', () => {
    const rows = [
      row('X-Key', { value: 'x', sentWith: 'obtaining' }),
      row('X-Key', { value: 'y', sentWith: 'refreshing' }),
    ]
    expect(found(typed({ extraHeaders: rows, extraParameters: rows }))).toEqual({})
  })

  it('is an invisible character in a secret header', () => {
    const extraHeaders = [row('X-Key', { value: 'k3y\u0007x', secret: true })]
    expect(found(typed({ extraHeaders }))).toEqual({ 'extraHeaders.0.value': 'control-characters' })
  })

  it('points to the right row, though blank rows are not sent', () => {
    const extraParameters = [
      row(''),
      row('scope', { value: 'x' }),
      row('api_key', { secret: true }),
      row('api_key', { value: 'x' }),
    ]
    expect(found(typed({ extraParameters }))).toEqual({
      'extraParameters.1.name': 'reserved-parameter',
      'extraParameters.2.value': 'required',
      'extraParameters.3.name': 'repeated-parameter',
    })
  })

  it('asks only for what the provider needs', () => {
    const values = { ...typed(), ...presetValues(strictPreset), clientId: '' }
    expect(Object.fromEntries(problemsIn(values, strictPreset, []))).toEqual({
      tokenEndpoint: 'required',
      clientId: 'required',
    })
  })
})

describe.each(bothLists)('the saved secret of one of $list', ({ list, secretOf }) => {
  const saved = row('key', { secret: true, savedAs: secretOf('key') })
  const value = { [`${list}.0.value`]: 'required' }
  const withRow = (over: Partial<typeof saved>) =>
    found(typed({ [list]: [{ ...saved, ...over }] }), [secretOf('key'), secretOf('other')])

  it('is requested again when the name or the time of sending changes', () => {
    expect(withRow({})).toEqual({})
    expect(withRow({ name: 'new_key' })).toEqual(value)
    expect(withRow({ sentWith: 'refreshing' })).toEqual(value)
    expect(withRow({ name: 'new_key', value: 'k3y' })).toEqual({})
  })

  it('is not lost by an empty one that is no secret any more, or by clearing its name', () => {
    expect(withRow({ secret: false })).toEqual(value)
    expect(withRow({ secret: false, value: 'north' })).toEqual({})
    expect(withRow({ name: '' })).toEqual({ ...value, [`${list}.0.name`]: 'required' })
    expect(withRow({ name: '', secret: false })).toEqual({
      ...value,
      [`${list}.0.name`]: 'required',
    })
  })

  it('is asked for only where it is shown', () => {
    const values = typed({ ...presetValues(strictPreset), [list]: [{ ...saved, secret: false }] })
    const problems = problemsIn(values, strictPreset, [secretOf('key')])
    expect([...problems.keys()]).not.toContain(`${list}.0.value`)
  })

  it('is not taken from one that was removed', () => {
    expect(withRow({ name: 'other' })).toEqual(value)
    expect(withRow({ savedAs: null })).toEqual(value)
  })

  it('is not found wrong besides, when the name is missing', () => {
    expect(withRow({ name: '', value: 'k3y' })).toEqual({ [`${list}.0.name`]: 'required' })
    expect(withRow({ name: 'x'.repeat(201), value: 'k3y' })).toEqual({
      [`${list}.0.name`]: 'too-long',
    })
  })
})

describe('what main found wrong', () => {
  it('is shown at the field', () => {
    const fields = [
      { path: `settings.${pathOf('tokenEndpoint')}`, problem: 'not-https' },
      { path: `settings.${pathOf('extraHeaders', 0, 'name')}`, problem: 'reserved-header' },
      { path: 'secrets.clientSecret', problem: 'too-long' },
      { path: 'secrets.header:always:x.key', problem: 'too-long' },
    ] as const
    const problems = problemsOf(
      { code: 'profile-invalid', fields: [...fields] },
      typed({ extraHeaders: [row(''), row('host'), row('x.key', { secret: true, value: 'k' })] }),
    )
    expect(Object.fromEntries(problems)).toEqual({
      tokenEndpoint: 'not-https',
      'extraHeaders.1.name': 'reserved-header',
      clientSecret: 'too-long',
      'extraHeaders.2.value': 'too-long',
    })
  })

  it('is shown at the secret that is missing', () => {
    const secret = row('key', { secret: true })
    const problems = problemsOf(
      {
        code: 'secrets-missing',
        names: ['password', 'parameter:always:key', 'header:always:key'],
      },
      typed({ extraParameters: [secret], extraHeaders: [secret] }),
    )
    expect([...problems.keys()]).toEqual([
      'password',
      'extraParameters.0.value',
      'extraHeaders.0.value',
    ])
  })

  it('belongs to no field if it is about something else', () => {
    expect(problemsOf({ code: 'not-saved', reason: 'disk-full' }, typed()).size).toBe(0)
  })
})

describe('the text at a field', () => {
  it('names what is missing, or else says that it can’t be empty', () => {
    expect(problemText(t, 'clientId', 'required')).toBe('Enter the client ID.')
    expect(problemText(t, 'extraHeaders.0.name', 'required')).toBe('This field can’t be empty.')
    expect(problemText(t, 'clientId', 'too-long')).toBe('This is too long.')
  })
})
