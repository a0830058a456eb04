import { describe, expect, it } from 'vitest'
import { otherMethodsText } from '../../../../src/renderer/i18n/client-authentication.ts'
import { makeProfile } from '../make.ts'
import { t } from './english.ts'

type Settings = Parameters<typeof makeProfile>[2]
const tell = (settings: Settings) => otherMethodsText(t, makeProfile(1, {}, settings))
const first = /^First make sure that the user name and password are right/

describe('the offer to try the other methods', () => {
  it('warns first where a wrong password looks the same and each try counts', () => {
    expect(tell({ presetId: 'social-id' }).what[0]).toMatch(first)
    expect(tell({ presetId: 'social-id', grantType: 'refreshToken' }).what[0]).not.toMatch(first)
    expect(tell({ presetId: 'any-server' }).what[0]).not.toMatch(first)
  })

  it('lists the data that is sent, and where the secret may be kept', () => {
    expect(tell({}).mind.join(' ')).toMatch(
      /user name and password are sent each time.*web address/,
    )
    const query = { grantType: 'clientCredentials', clientAuthentication: 'query' } as const
    expect(tell(query).mind).toEqual([])
  })
})
