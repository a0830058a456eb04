import { expect, test } from 'vitest'
import { presets } from '../../../src/main/presets/index.ts'
import {
  type RequestHints,
  recognisePreset,
  suggestPreset,
} from '../../../src/main/presets/recognise.ts'
import { addressWarningsFor } from '../../../src/shared/provider-hosts.ts'
import { makeSettings } from '../../support/profiles/settings.ts'

test.each([
  ['oidc.semansys.com', 'semansys'],
  ['semansys.com', 'semansys'],
  ['api.socialidnow.com', 'social-id'],
  ['evilsemansys.com', 'any-server'],
  ['semansys.com.example', 'any-server'],
  ['localhost', 'any-server'],
  ['', 'any-server'],
])('the server %s belongs to %s', (host, id) => {
  expect(recognisePreset(host)).toBe(id)
})

const organization: RequestHints = {
  host: 'auth.vendor.example',
  path: '/oauth2/token',
  grantType: 'clientCredentials',
  clientAuthentication: 'basic',
  hasMore: false,
}
const semansys: RequestHints = {
  ...organization,
  host: 'localhost',
  path: '/connect/token',
  grantType: 'password',
  clientAuthentication: 'body',
}
const socialId: RequestHints = {
  ...organization,
  host: '127.0.0.1',
  path: '/v2/marketing/oauth/token',
}

test.each<[string, RequestHints, string | null]>([
  ['the path and the manner of Organization API', organization, 'organization-api'],
  ['the same on a server to fill in', { ...organization, host: '' }, 'organization-api'],
  ['the same with a scope', { ...organization, hasMore: true }, null],
  ['the same with a password', { ...organization, grantType: 'password' }, null],
  ['the same at another known service', { ...organization, host: 'acme.okta.com' }, null],
  ['the path of Semansys on this computer', semansys, 'semansys'],
  ['the path of Semansys on another server', { ...semansys, host: 'evilsemansys.com' }, null],
  ['the path of Social ID on this computer', socialId, 'social-id'],
  ['the path of Social ID on another server', { ...socialId, host: 'a.example' }, null],
  ['any other path', { ...organization, path: '/token' }, null],
])('%s is a question about a provider at most', (_name, requestHints, id) => {
  expect(suggestPreset(requestHints)).toBe(id)
})

test.each([
  ['semansys', 'https://oidc.semansys.com/t', '', false],
  ['semansys', 'https://semansys.com.example/t', '', true],
  ['semansys', 'https://oidc.semansys.com/t', 'https://elsewhere.example/r', true],
  ['semansys', 'http://localhost:1/t', '', false],
  ['organization-api', 'https://anywhere.example/t', '', false],
])('for %s, %s and “%s” lead elsewhere: %s', (id, tokenEndpoint, refreshEndpoint, expected) => {
  const preset = presets.find((each) => each.id === id)
  if (preset === undefined) throw new Error('the preset exists')
  const settings = makeSettings({ tokenEndpoint, refreshEndpoint })
  const warnings = addressWarningsFor(preset, settings)
  expect(warnings.includes('other-address')).toBe(expected)
})
