import { describe, expect, it, test } from 'vitest'
import { permittedPage } from '../../../src/main/shell/permitted-page.ts'

const origins = ['https://desk.example', 'https://releases.example:8443']

describe('the page of a new version', () => {
  it('is opened where the distributor said', () => {
    const page = 'https://desk.example/versions?of=2.0#new'
    expect(permittedPage(page, origins)).toBe(page)
    expect(permittedPage('https://releases.example:8443', origins)).toBe(
      'https://releases.example:8443/',
    )
  })

  test.each([
    ['at another origin', 'https://elsewhere.example/versions'],
    ['at another port', 'https://releases.example/versions'],
    ['below a permitted name', 'https://evil.desk.example/'],
    ['at a name that begins alike', 'https://desk.example.evil.example/'],
    ['with a permitted name before the @', 'https://desk.example@evil.example/'],
    ['with a name that signs in', 'https://ada@desk.example/'],
    ['with a password', 'https://:secret@desk.example/'],
    ['without encryption', 'http://desk.example/'],
    ['as a file', 'file:///etc/passwd'],
    ['as a script', 'javascript:alert(1)'],
    ['as what another program opens', 'ms-excel:ofe|u|https://desk.example/'],
    ['inside of another address', 'blob:https://desk.example/1'],
  ])('is not opened %s', (_what, page) => {
    expect(() => permittedPage(page, origins)).toThrow('not a permitted page')
  })

  it('is not opened where it is no address, and nowhere without origins', () => {
    expect(() => permittedPage('desk.example/versions', origins)).toThrow()
    expect(() => permittedPage('https://desk.example/', [])).toThrow('not a permitted page')
  })

  it('is http nowhere, even at an origin that was named so', () => {
    expect(() => permittedPage('http://desk.example/', ['http://desk.example'])).toThrow(
      'not a permitted page',
    )
    expect(() => permittedPage('file:///versions', ['null'])).toThrow('not a permitted page')
  })
})
