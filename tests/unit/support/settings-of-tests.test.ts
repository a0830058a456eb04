import { describe, expect, it } from 'vitest'
import { authenticationMethods } from '../../../src/shared/client-authentication/facts.ts'
import { grantKinds } from '../../../src/shared/grants/facts.ts'
import { profileSettings } from '../../../src/shared/settings/index.ts'
import {
  anySettings,
  makeSettings,
  optionAt,
  optionsOf,
  pathOf,
  settingsLike,
  withSettings,
} from '../../support/profiles/settings.ts'

describe('the settings that tests build', () => {
  for (const grantType of grantKinds) {
    it.each(authenticationMethods)(`are valid for ${grantType} by %s`, (clientAuthentication) => {
      const settings = makeSettings({ grantType, clientAuthentication })
      expect(profileSettings.parse(settings)).toEqual(settings)
      expect(optionsOf(settings)).toMatchObject({ grantType, clientAuthentication })
      expect(settings).toMatchObject(settingsLike({ grantType, clientAuthentication }))
    })
  }

  it('are read and varied option by option', () => {
    const tag = { name: 'Test', color: 'blue' } as const
    const settings = makeSettings({ userName: 'bob', tag, refreshEndpoint: 'https://a.example/r' })
    const options = optionsOf(settings)
    expect(options).toMatchObject({ userName: 'bob', tag, audience: '' })
    expect(makeSettings(options)).toEqual(settings)
    expect(withSettings(settings, { tag: null })).toEqual(makeSettings({ ...options, tag: null }))
    expect(optionsOf(withSettings(settings, { tag: null })).tag).toBeNull()
  })

  it('have no option that does not exist', () => {
    expect(() => anySettings({ ...optionsOf(makeSettings()), password: 'x' } as object)).toThrow(
      'password',
    )
  })

  it('are named in complaints as the options are', () => {
    const wrong = anySettings({ extraHeaders: [{ secret: false, name: 'a b', value: '' }] })
    const paths = profileSettings.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'))
    expect(paths).toContain(pathOf('extraHeaders', 0, 'name'))
    expect(optionAt(pathOf('extraHeaders', 0, 'name'))).toBe('extraHeaders.0.name')
    expect(optionAt('elsewhere')).toBe('elsewhere')
  })
})
