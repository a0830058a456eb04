import { expect, test } from 'vitest'
import { redirectAddress } from '../../../src/shared/grants/authorization-code.ts'
import { mayBeOpened } from '../../../src/shared/redirect-address.ts'

test.each([
  ['https://auth.example/device', true],
  ['https://auth.example/#/device', true],
  ['http://127.0.0.1:8080/device', true],
  ['http://localhost/device', true],
  ['http://[::1]:1/device', true],
  ['http://auth.example/device', false],
  ['http://localhost.evil.example/', false],
  ['https://user@auth.example/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['auth.example/device', false],
  ['https://auth.example/\tdevice', false],
  ['https:\\\\auth.example', false],
  ['', false],
])('%s may be opened: %s', (address, isAllowed) => {
  expect(mayBeOpened(address)).toBe(isAllowed)
})

test.each([
  'HTTP://127.0.0.1:17842/Callback',
  'http://LOCALHOST:17842/callback/',
  'http://127.0.0.1:17842',
  'http://127.0.0.1/?app=a%20b&x',
  'http://[::1]:0/a%2Fb/%c3%a9/../x',
  'https://oauth.example/v1/callback',
  'https://localhost:8443/callback',
  'token-desk://callback',
  'com.example.app:/callback',
  'urn:ietf:wg:oauth:2.0:oob',
])('the redirect address %s stays as typed', (address) => {
  expect(redirectAddress.parse(` ${address} `)).toBe(address)
})

test.each([
  ['', 'required'],
  ['callback', 'not-a-url'],
  ['http://127.0.0.1:17842/call back', 'not-a-url'],
  ['http://127.0.0.1:178420/callback', 'not-a-url'],
  ['javascript:alert(1)', 'not-a-url'],
  ['http://127.0.0.1:17842/callback#', 'fragment-in-url'],
  ['http://user@127.0.0.1:17842/callback', 'credentials-in-url'],
  ['http://192.168.1.10:17842/callback', 'not-https'],
  ['http://localhost.evil.example/callback', 'not-https'],
])('the redirect address “%s” is refused: %s', (address, problem) => {
  expect(redirectAddress.safeParse(address).error?.issues[0]?.message).toBe(problem)
})
