import { type ReceivedRequest, startServer } from '../support/ports/loopback-server.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const basic = `Basic ${Buffer.from('client:s%26cr%3Dt').toString('base64')}`
const client = 'client_id=client&client_secret=s%26cr%3Dt'
const user = 'login=ada%40example.org&password=p%2Bss'

interface Expectation {
  readonly authorization?: string
  readonly query?: string
  readonly body: string
}

/** What has to arrive for each way to authenticate the client, by grant. */
const grants: Readonly<
  Record<string, { readonly typed: Readonly<Record<string, string>>; readonly sent: Ways }>
> = {
  'User name and password': {
    typed: { 'User name field': 'login', 'User name': 'ada@example.org', Password: 'p+ss' },
    sent: {
      'Basic header': {
        authorization: basic,
        body: `grant_type=password&scope=read+write&${user}`,
      },
      'Request body': { body: `grant_type=password&scope=read+write&${client}&${user}` },
      'Query string': { query: `grant_type=password&scope=read+write&${client}`, body: user },
      None: { body: `client_id=client&grant_type=password&scope=read+write&${user}` },
    },
  },
  'Client ID and secret': {
    typed: {},
    sent: {
      'Basic header': {
        authorization: basic,
        body: 'grant_type=client_credentials&scope=read+write',
      },
      'Request body': { body: `grant_type=client_credentials&scope=read+write&${client}` },
      'Query string': {
        query: `grant_type=client_credentials&scope=read+write&${client}`,
        body: '',
      },
      None: { body: 'client_id=client&grant_type=client_credentials&scope=read+write' },
    },
  },
  'A refresh token': {
    typed: { 'Refresh token': 'given/one' },
    sent: {
      'Basic header': {
        authorization: basic,
        body: 'grant_type=refresh_token&refresh_token=given%2Fone&scope=read+write',
      },
      'Request body': {
        body: `grant_type=refresh_token&refresh_token=given%2Fone&scope=read+write&${client}`,
      },
      'Query string': {
        query: `grant_type=refresh_token&refresh_token=given%2Fone&scope=read+write&${client}`,
        body: '',
      },
      None: {
        body: 'client_id=client&grant_type=refresh_token&refresh_token=given%2Fone&scope=read+write',
      },
    },
  },
}

type Ways = Readonly<Record<string, Expectation>>

/** Parameters in an order that does not depend on the sender's. */
const sorted = (text: string) => text.split('&').sort().join('&')

function arrived({ path = '', headers, body }: ReceivedRequest): Expectation {
  const [, query] = path.split('?')
  return {
    ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    ...(query === undefined ? {} : { query: sorted(query) }),
    body: sorted(body.toString()),
  }
}

for (const [grant, { typed, sent }] of Object.entries(grants)) {
  test(`Any OAuth 2.0 server: ${grant} arrives as it was set up, with each client authentication`, async ({
    start,
  }) => {
    const server = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('{"access_token":"abc","token_type":"Bearer","expires_in":3600}')
    })
    const { page } = await start()
    const testApp = createTestApp(page)
    for (const [way, expected] of Object.entries(sent)) {
      await testApp.createProfile({
        Provider: 'Any OAuth 2.0 server',
        Name: `${grant}, ${way}`,
        'Token endpoint': `${server.origin}/token`,
        'What did you get?': grant,
        'Client authentication': way,
        'Client ID': 'client',
        ...(way === 'None' ? {} : { 'Client secret': 's&cr=t' }),
        ...typed,
        Scope: 'read write',
      })
      await expect(page.getByRole('heading', { name: `${grant}, ${way}` })).toBeVisible()
      await testApp.expectState('Valid')
      const request = server.received.at(-1)
      if (request === undefined) throw new Error('nothing arrived')
      const { query, body, ...rest } = expected
      expect(arrived(request)).toEqual({
        ...rest,
        ...(query === undefined ? {} : { query: sorted(query) }),
        body: sorted(body),
      })
    }
    await server.close()
  })
}
