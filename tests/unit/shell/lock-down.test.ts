import { EventEmitter } from 'node:events'
import { describe, expect, it, test } from 'vitest'
import { permittedPage, presentNoCertificates } from '../../../src/main/shell/lock-down.ts'

const own = { subjectName: 'Ada Example' }

/**
 * An app that chooses as Electron does: the listener's answer, or the first certificate where none
 * has prevented that. `net` of version 44 and later asks without a page.
 */
function makeApp() {
  const events = new EventEmitter()
  const choose = (page: object | null): unknown => {
    let [isPrevented, answer]: [boolean, unknown] = [false, 'not answered']
    const event = { preventDefault: () => (isPrevented = true) }
    const present = (certificate?: unknown) => {
      answer = certificate ?? null
    }
    events.emit('select-client-certificate', event, page, 'https://a.example/', [own], present)
    return isPrevented ? answer : own
  }
  return { events, choose }
}

test.each([
  ['a page', {}],
  ['a request of the app', null],
])('%s presents none, with one in the store', (_, page) => {
  const { events, choose } = makeApp()
  expect(choose(page)).toBe(own)
  presentNoCertificates(events as unknown as Parameters<typeof presentNoCertificates>[0])
  expect(choose(page)).toBeNull()
})

const origins = ['https://desk.example', 'https://releases.example:8443']

describe('the page of a new version', () => {
  it('is opened at an origin that the distributor named', () => {
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

  it('is not opened where it is no address, nor without origins', () => {
    expect(() => permittedPage('desk.example/versions', origins)).toThrow()
    expect(() => permittedPage('https://desk.example/', [])).toThrow('not a permitted page')
  })

  it('is never http, even at an origin that was named so', () => {
    expect(() => permittedPage('http://desk.example/', ['http://desk.example'])).toThrow(
      'not a permitted page',
    )
    expect(() => permittedPage('file:///versions', ['null'])).toThrow('not a permitted page')
  })
})
