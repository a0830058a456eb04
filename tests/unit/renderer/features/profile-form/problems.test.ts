import { describe, expect, it } from 'vitest'
import {
  problemsIn,
  problemsOf,
} from '../../../../../src/renderer/features/profile-form/problems.ts'
import {
  emptyValues,
  type FormValues,
  presetValues,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import { openPreset, strictPreset } from '../../make.ts'

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
  ])('finds the token endpoint %s to be %s', (tokenEndpoint, problem) => {
    expect(found(typed({ tokenEndpoint }))).toEqual({ tokenEndpoint: problem })
  })

  it('points to the right row, though blank rows are not sent', () => {
    const row = { value: 'x', secret: false }
    const extraParameters = [
      { key: 'a', name: '', value: '', secret: false },
      { key: 'b', name: 'scope', ...row },
      { key: 'c', name: 'api_key', value: '', secret: true },
      { key: 'd', name: 'api_key', ...row },
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

describe('what main found wrong', () => {
  it('is shown at the field', () => {
    const fields = [
      { path: 'settings.tokenEndpoint', problem: 'not-https' },
      { path: 'secrets.clientSecret', problem: 'too-long' },
    ] as const
    const problems = problemsOf({ code: 'profile-invalid', fields: [...fields] }, typed())
    expect(Object.fromEntries(problems)).toEqual({
      tokenEndpoint: 'not-https',
      clientSecret: 'too-long',
    })
  })

  it('is shown at the secret that is missing', () => {
    const extraParameters = [{ key: 'a', name: 'api_key', value: '', secret: true }]
    const problems = problemsOf(
      { code: 'secrets-missing', names: ['password', 'parameter:api_key'] },
      typed({ extraParameters }),
    )
    expect([...problems.keys()]).toEqual(['password', 'extraParameters.0.value'])
  })

  it('belongs to no field if it is about something else', () => {
    expect(problemsOf({ code: 'not-saved', reason: 'disk-full' }, typed()).size).toBe(0)
  })
})
