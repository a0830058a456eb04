import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { presentNoCertificates } from '../../../src/main/shell/client-certificates.ts'

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
