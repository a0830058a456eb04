import { expect, test } from 'vitest'
import { buildDeviceRequest } from '../../../../src/main/oauth/device/device-request.ts'
import { deviceEndpoint, deviceSettings } from '../../../support/engine/device-profile.ts'
import { makeSettings } from '../../../support/profiles/settings.ts'

const fieldsOf = (text: string) => [...new URLSearchParams(text)]

test('a public client sends its ID and the scope', () => {
  const request = buildDeviceRequest(deviceSettings(), {})
  expect(request).toMatchObject({ method: 'POST', url: deviceEndpoint })
  expect(request.headers).toEqual({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(fieldsOf(request.body)).toEqual([
    ['client_id', 'the-client'],
    ['scope', 'read write'],
  ])
})

test('a client with Basic authenticates, and names itself in the body', () => {
  const settings = deviceSettings({ clientAuthentication: 'basic', scope: '' })
  const request = buildDeviceRequest(settings, { clientSecret: 'the-client-secret' })
  expect(request.headers['authorization']).toBe(
    `Basic ${Buffer.from('the-client:the-client-secret').toString('base64')}`,
  )
  expect(fieldsOf(request.body)).toEqual([['client_id', 'the-client']])
})

test('a client with its secret in the body names itself once', () => {
  const settings = deviceSettings({ clientAuthentication: 'body', scope: '' })
  const request = buildDeviceRequest(settings, { clientSecret: 'the-client-secret' })
  expect(fieldsOf(request.body)).toEqual([
    ['client_id', 'the-client'],
    ['client_secret', 'the-client-secret'],
  ])
})

test('a client that authenticates in the query string sends everything there', () => {
  const settings = deviceSettings({
    clientAuthentication: 'query',
    deviceAuthorizationEndpoint: `${deviceEndpoint}?api=2`,
  })
  const request = buildDeviceRequest(settings, { clientSecret: 'the-client-secret' })
  expect(request.body).toBe('')
  expect(fieldsOf(request.url.split('?')[1] ?? '')).toEqual([
    ['api', '2'],
    ['client_id', 'the-client'],
    ['client_secret', 'the-client-secret'],
    ['scope', 'read write'],
  ])
})

test('audience, resources and the extra values of this request are sent, and no others', () => {
  const extra = (name: string, sentWith: 'always' | 'authorizing' | 'obtaining' | 'refreshing') =>
    ({ secret: false, name, value: `${name} value`, sentWith }) as const
  const settings = deviceSettings({
    audience: 'https://api.example',
    resource: 'https://one.example https://two.example',
    extraParameters: [
      extra('a', 'always'),
      extra('b', 'authorizing'),
      extra('c', 'obtaining'),
      extra('d', 'refreshing'),
      { secret: true, name: 'key', sentWith: 'always' },
    ],
    extraHeaders: [extra('X-One', 'authorizing'), extra('X-Two', 'obtaining')],
  })
  const request = buildDeviceRequest(settings, { 'parameter:always:key': 'the-key' })
  expect(fieldsOf(request.body)).toEqual([
    ['client_id', 'the-client'],
    ['scope', 'read write'],
    ['audience', 'https://api.example'],
    ['resource', 'https://one.example'],
    ['resource', 'https://two.example'],
    ['a', 'a value'],
    ['b', 'b value'],
    ['key', 'the-key'],
  ])
  expect(request.headers['x-one']).toBe('X-One value')
  expect(request.headers['x-two']).toBeUndefined()
})

test('a server that takes JSON gets JSON', () => {
  const request = buildDeviceRequest(deviceSettings({ bodyFormat: 'json' }), {})
  expect(request.headers['content-type']).toBe('application/json')
  expect(JSON.parse(request.body)).toEqual({ client_id: 'the-client', scope: 'read write' })
})

test('settings without a device endpoint are a bug', () => {
  expect(() => buildDeviceRequest(makeSettings(), { clientSecret: 'x', password: 'y' })).toThrow(
    'no device authorization endpoint',
  )
})
