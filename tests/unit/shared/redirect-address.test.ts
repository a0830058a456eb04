import { expect, test } from 'vitest'
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
