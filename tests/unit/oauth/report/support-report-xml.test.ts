import { describe, expect, it } from 'vitest'
import { supportReport } from '../../../../src/main/oauth/report/support-report.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

function reportOf(
  body: string,
  type = 'application/xml',
  hidden: readonly { readonly name: string; readonly value: string }[] = [],
) {
  return supportReport(
    [
      {
        request: { method: 'POST', url: 'https://login.example.com/token', headers: {}, body: '' },
        sentAt: 0,
        endedAt: 1,
        answer: {
          kind: 'answer',
          status: 200,
          headers: { 'content-type': type },
          body: new TextEncoder().encode(body),
        },
        outcome: { kind: 'not-an-oauth-answer', status: 200, looksLike: 'xml' },
      },
    ],
    hidden,
  )
}

describe('the report of an answer in XML', () => {
  it('shows neither of two plain tokens, whose elements are named as secrets', () => {
    const report = reportOf(
      '<OAuth><access_token>access-example-one</access_token><refresh_token>refresh-example-two</refresh_token></OAuth>',
    )
    expect(report).not.toMatch(/access-example|refresh-example/)
    expect(report).toContain('[access_token, 18 characters]')
    expect(report).toContain('[refresh_token, 19 characters]')
  })

  it.each([
    ['a namespace', '<o:auth xmlns:o="urn:x"><o:AccessToken>plain-one</o:AccessToken></o:auth>'],
    ['CDATA', '<auth><token><![CDATA[plain-one]]></token></auth>'],
    ['an attribute', '<auth token="plain-one" kind="x"/>'],
    ['an attribute in single quotes', "<auth clientSecret='plain-one'/>"],
    ['an element inside', '<auth><session_token><value>plain-one</value></session_token></auth>'],
    ['a text that is cut off', '<auth><access_token>plain-one'],
    ['a comment before it', '<auth><!-- x --><password>plain-one</password></auth>'],
  ])('shows none in %s', (_, body) => {
    for (const type of ['text/xml', '', 'text/html']) {
      expect(reportOf(body, type)).not.toContain('plain-one')
    }
  })

  it('shows no secret that is as short as one character, where it is a whole value', () => {
    const report = reportOf('<auth><pin>7</pin><x a="q">z</x></auth>', 'text/xml', [
      { name: 'password', value: 'z' },
      { name: 'client secret', value: 'q' },
    ])
    expect(report).toContain('  [pin, 1 character] [password, 1 character]\n')
    expect(report).not.toContain('"q"')
  })

  it('still shows the facts that a support team needs', () => {
    const report = reportOf(
      '<?xml version="1.0"?><fault><code>900901</code><message>Invalid Credentials</message></fault>',
    )
    expect(report).toContain('900901 Invalid Credentials')
  })

  it('recognizes a web page', () => {
    expect(reportOf('<html><body><h1>Not found</h1></body></html>', 'text/html')).toContain(
      'Body, what can be read of it',
    )
  })

  it('takes little time for any text', () => {
    const texts = ['<a '.repeat(300_000), '<!--'.repeat(250_000), '<a>'.repeat(300_000)]
    for (const text of texts) expect(timeOf(() => reportOf(text), 2000)).toBeLessThan(2000)
  })
})
