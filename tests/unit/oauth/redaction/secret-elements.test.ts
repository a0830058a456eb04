import { describe, expect, it } from 'vitest'
import {
  type ReportedExchange,
  supportReport,
} from '../../../../src/main/oauth/report/support-report.ts'

function reportOf(body: string, contentType = 'application/xml'): string {
  const exchange: ReportedExchange = {
    request: { method: 'POST', url: 'https://login.example.com/token', headers: {}, body: 'a=b' },
    sentAt: 0,
    endedAt: 1,
    answer: {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': contentType },
      body: new TextEncoder().encode(body),
    },
    outcome: { kind: 'bad-request', status: 200, oauthError: null },
  }
  return supportReport([exchange], [])
}

describe('the content of an element that is named as a secret', () => {
  it.each([
    '<OAuth><access_token>plain-one</access_token><refresh_token>word two</refresh_token></OAuth>',
    '<o:OAuth xmlns:o="urn:o"><o:access_token>plain-one</o:access_token></o:OAuth>',
    '<OAuth><AccessToken>plain-one</AccessToken><RefreshToken >word two</RefreshToken></OAuth>',
    '<OAuth><access_token><![CDATA[plain-one]]></access_token></OAuth>',
    '<OAuth><access_token><value>plain-one</value><access_token>a</access_token>word two</access_token></OAuth>',
    '<OAuth><access_token>\n  plain-one\n</access_token></OAuth>',
    '<OAuth><access_token type="x">plain-one',
    '<map><entry key="access_token">plain-one</entry><entry key=\'password\'>word two</entry></map>',
    '<plist><dict><key>access_token</key><string>plain-one</string></dict></plist>',
    '<p><Name>client_secret</Name><Value>plain-one</Value></p>',
    '<tr><td>access_token</td><td>plain-one</td></tr>',
    '<token value="plain-one"/>',
    '<x><password>plain-one</password></x>',
  ])('is not in a report: %s', (body) => {
    for (const type of ['application/xml', 'text/html', 'text/plain']) {
      const report = reportOf(body, type)
      expect(report).toContain('\nBody')
      expect(report).not.toMatch(/plain-one|word two/)
    }
  })

  it('is replaced by its name and its length', () => {
    const report = reportOf('<r><access_token>plain-one</access_token><scope>read</scope></r>')
    expect(report).toContain('  [access_token, 9 characters] read\n')
  })

  it('is nothing else of the text', () => {
    const report = reportOf(
      '<error><token_type>bearer</token_type><code>17</code><access_token/><message>No such user</message><password></password><hint>Ask us</hint></error>',
    )
    expect(report).toContain('  bearer 17 No such user Ask us\n')
  })

  it('is hidden in a message in JSON, too', () => {
    const message = 'Got <access_token>plain-one</access_token> and <Secret>word</Secret>.'
    const report = reportOf(JSON.stringify({ message }), 'application/json')
    expect(report).not.toMatch(/plain-one|>word</)
    expect(report).toContain('Got <access_token>[not shown, 9 characters]</access_token> and')
  })

  it('takes no longer for markup that never ends', () => {
    const body = '<access_token>'.repeat(1000) + '<'.repeat(4000) + '<![CDATA['.repeat(500)
    expect(reportOf(body)).toContain('Body, ')
  })
})
