import { describe, expect, test } from 'vitest'
import { apiAddress } from '../../../src/shared/api-address.ts'

describe('the address of an API', () => {
  test.each([
    ['https://api.example/me', 'https://api.example/me'],
    ['  https://api.example  ', 'https://api.example/'],
    ['https://api.example/a b"c', 'https://api.example/a%20b%22c'],
    ['https://bücher.example/ž', 'https://xn--bcher-kva.example/%C5%BE'],
    ['http://127.0.0.1:9/x', 'http://127.0.0.1:9/x'],
    ['http://localhost:9/x', 'http://localhost:9/x'],
  ])('%j is written as a browser would', (typed, written) => {
    expect(apiAddress.parse(typed)).toBe(written)
  })

  test.each([
    ['', 'required'],
    ['api.example', 'not-a-url'],
    ['ftp://api.example', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['http://api.example', 'not-https'],
    ['http://127.0.0.1.example', 'not-https'],
    ['https://ada:secret@api.example', 'credentials-in-url'],
    ['https://api.example/?access_token=x', 'credentials-in-url'],
    ['https://api.example/#x', 'fragment-in-url'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(apiAddress.safeParse(typed).error?.issues[0]?.message).toBe(problem)
  })
})
