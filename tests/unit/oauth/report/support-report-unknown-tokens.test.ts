import { expect, it } from 'vitest'
import { supportReport } from '../../../../src/main/oauth/report/support-report.ts'

const unknown = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'

function reportOf(
  headers: Readonly<Record<string, string>>,
  body: string,
  sent: Readonly<Record<string, string>> = {},
): string {
  const request = { method: 'POST', url: 'https://a.example/t', headers: sent, body: '' } as const
  const answer = {
    kind: 'answer',
    status: 400,
    headers,
    body: new TextEncoder().encode(body),
  } as const
  const exchange = {
    request,
    sentAt: 0,
    endedAt: 1,
    answer,
    outcome: { kind: 'cancelled' },
  } as const
  return supportReport([exchange], [])
}

it.each([
  ['under "error"', reportOf({}, JSON.stringify({ error: `Token ${unknown} is expired` }))],
  ['under "request"', reportOf({}, JSON.stringify({ request: `t=${unknown}` }))],
  ['in a form', reportOf({}, `error=x&error_description=${unknown}`)],
  ['in a challenge', reportOf({ 'www-authenticate': `Bearer error="${unknown}"` }, '')],
  ['where a request id stands', reportOf({ 'x-request-id': unknown }, '')],
  ['in a header of ours', reportOf({}, '', { 'x-gate': `Bearer ${unknown}` })],
])('an unknown token is not shown %s', (_, report) => {
  expect(report).not.toContain(unknown.slice(0, 20))
})

it.each(['ocp-apim-subscription-key', 'x-functions-key', 'x-access-key'])(
  'the value of %s is not shown, though the user did not call it secret',
  (name) => {
    expect(reportOf({}, '', { [name]: 'plainvalue' })).not.toContain('plainvalue')
  },
)
