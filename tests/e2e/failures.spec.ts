import { createScanner } from '../support/leaks/scan.ts'
import type { ReceivedRequest } from '../support/ports/loopback-server.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { hex, plant } from '../support/providers/canary.ts'
import { barriersIn } from './support/barriers.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const hour = 3600
const clientTitle = 'The server did not accept the client ID or client secret'

/** What a customer of a server of no list types; the secret occurs nowhere else. */
function customer(tokenEndpoint: string) {
  return {
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': tokenEndpoint,
    'What did you get?': 'Client ID and secret',
    'Client authentication': 'Basic header',
    'Client ID': `client-${hex(8)}`,
    'Client secret': plant('client-secret'),
  }
}

function answerOf(status: number, body: object, headers: Readonly<Record<string, string>> = {}) {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    text: JSON.stringify(body),
  }
}

/** A token endpoint that answers as `decide` says. */
function startEndpoint(decide: (request: ReceivedRequest) => ReturnType<typeof answerOf>) {
  const server = startServer(async (_request, response) => {
    const request = (await server).received.at(-1)
    if (request === undefined) throw new Error('the server calls with a request it remembers')
    const { status, headers, text } = decide(request)
    response.writeHead(status, headers)
    response.end(text)
  })
  return server
}

const token = () => ({ access_token: plant('token'), token_type: 'Bearer', expires_in: hour })

/** Whether the body names the client, as many servers want it. */
function isClientInBody(values: ReturnType<typeof customer>, { body }: ReceivedRequest): boolean {
  const form = new URLSearchParams(body.toString())
  return (
    form.get('client_id') === values['Client ID'] &&
    form.get('client_secret') === values['Client secret']
  )
}

test('a client with the wrong authentication method gets its token by trying the others, and the method is remembered', async ({
  start,
}) => {
  const server = await startEndpoint((request) =>
    isClientInBody(values, request)
      ? answerOf(200, token())
      : answerOf(401, { error: 'invalid_client' }),
  )
  const values = customer(`${server.origin}/token`)
  const first = await start()
  const testApp = createTestApp(first.page)
  const alert = first.page.getByRole('alert')

  await testApp.createProfile(values)
  await testApp.expectState('Failed')
  await expect(alert).toContainText(clientTitle)
  expect(server.received).toHaveLength(1)

  // What the click will do is said before it is done.
  await expect(first.page.getByText('puts the secret in the web address')).toBeVisible()
  await testApp.button('Try the other ways').click()
  await testApp.expectState('Valid')
  await expect(alert).toBeHidden()
  await expect(testApp.button('Try the other ways')).toBeHidden()
  await expect(first.page.getByRole('status')).toContainText('It worked')
  await expect(first.page.getByRole('status')).toContainText('Request body')
  // Whoever uses a keyboard goes on from here.
  await expect(first.page.getByRole('main')).toBeFocused()
  // It stopped at the one that worked: the secret was in no address.
  expect(server.received.every(({ path }) => path === '/token')).toBe(true)
  await testApp.tab('Activity').click()
  await expect(first.page.getByRole('tabpanel')).toContainText('You tried the other ways')
  await first.close()

  const second = await start()
  const again = createTestApp(second.page)
  await again.row('Reports').click()
  await again.expectState('Valid')
  const before = server.received.length
  await again.button('Renew now').click()
  await expect(second.page.getByRole('status')).toContainText('You have a new token')
  expect(server.received).toHaveLength(before + 1)
  await again.button('Edit profile').click()
  await expect(again.field('Client authentication')).toHaveValue('body')
  await server.close()
})

test('a client that is refused with every method is wrong, and the card says so', {
  tag: '@deep',
}, async ({ start }) => {
  const server = await startEndpoint(() => answerOf(401, { error: 'invalid_client' }))
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await testApp.button('Try the other ways').click()
  await expect(page.getByRole('alert')).toContainText('every usual way')
  await expect(testApp.button('Try the other ways')).toBeHidden()
  await testApp.tab('Activity').click()
  await expect(page.getByRole('tabpanel')).toContainText(`Try the other ways: ${clientTitle}`)

  await page.getByText('Technical details').click()
  const card = page.getByRole('region', { name: clientTitle })
  await expect(card).toContainText('HTTP 401')
  await expect(card).toContainText('invalid_client')
  expect(await barriersIn(page)).toEqual([])
  await server.close()
})

test('a server that fails at one method leaves the refusals standing, and both are listed', {
  tag: '@deep',
}, async ({ start }) => {
  const server = await startEndpoint(({ body }) =>
    body.includes('client_secret=')
      ? answerOf(503, { error: 'temporarily_unavailable' })
      : answerOf(401, { error: 'invalid_client' }),
  )
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await testApp.button('Try the other ways').click()
  const card = page.getByRole('region', { name: clientTitle })
  await expect(card).toContainText('may still be right')
  const listed = (term: string) =>
    card.getByRole('term').filter({ hasText: term }).locator('xpath=..').getByRole('definition')
  await expect(listed('Refused').first()).toHaveText('Basic header, encoded first')
  await expect(listed('Could not be tried').first()).toHaveText('Request body')
  await expect(listed('Could not be tried').last()).toHaveText('Query string')
  expect(await barriersIn(page)).toEqual([])
  await server.close()
})

test('a server that worked and does not answer may be down', { tag: '@deep' }, async ({
  start,
}) => {
  const server = await startEndpoint(() =>
    answerOf(200, { access_token: 'a-token', token_type: 'Bearer', expires_in: 3600 }),
  )
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await testApp.expectState('Valid')
  await server.close()
  await testApp.button('Renew now').click()
  const steps = page.getByRole('alert').getByRole('listitem')
  await expect(steps.first()).toHaveText('The server may be down. Try again in a few minutes.')
  await expect(page.getByRole('alert')).not.toContainText('letter by letter')
})

test('trying the other methods can be cancelled, and no request stays open', async ({ start }) => {
  const server = await startServer((_request, response) => {
    if (server.received.length > 1) return
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end('{"error":"invalid_client"}')
  })
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await testApp.button('Try the other ways').click()
  await expect(page.getByText('Trying the other ways')).toBeVisible()
  await server.receives(2)
  await testApp.button('Cancel').click()
  await expect(page.getByRole('status')).toContainText('You stopped the request')
  await expect(testApp.button('Cancel')).toBeHidden()
  await server.idle()
  expect(server.received).toHaveLength(2)
  await server.close()
})

test('a refusal by Semansys without a reason is shown, and no other method is tried with the password', async ({
  start,
}) => {
  const { emulator, values, wrongUserTitle } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports', Password: 'not the password' })
  await testApp.expectState('Failed')
  await expect(page.getByRole('alert')).toContainText(wrongUserTitle)
  await expect(page.getByRole('alert')).toContainText('e-mail address you used to request')
  await expect(page.getByText('Ask the Semansys support desk.')).toBeVisible()
  await expect(testApp.button('Try the other ways')).toBeHidden()
  expect(emulator.requests.map(({ status }) => status)).toEqual([403])
  await emulator.close()
})

test('the report for support is what was sent and answered, without a secret or a token', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const { page, clipboardText, output } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  emulator.revokeRefreshTokens()
  await testApp.button('Renew now').click()
  await testApp.expectState('Needs sign-in')

  await testApp.button('Copy report for support').click()
  await expect(page.getByRole('status')).toContainText(
    'Report copied, with all secrets and tokens removed.',
  )
  await expect.poll(clipboardText).toContain('POST')
  const report = await clipboardText()
  expect(report).toContain(emulator.tokenEndpoint)
  expect(report).toContain('400')
  expect(report).toContain('invalid_grant')
  expect(report).toContain('grant_type')
  expect(createScanner(emulator.secrets()).scan('report', report)).toEqual([])
  expect(createScanner(emulator.secrets()).scan('output', output())).toEqual([])
  await emulator.close()
})

test('without a report there is no button for it: nothing was asked since the app was opened', async ({
  start,
}) => {
  const server = await startEndpoint(() => answerOf(400, { error: 'invalid_scope' }))
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await expect(testApp.button('Copy report for support')).toBeVisible()
  await first.close()

  const second = await start()
  const again = createTestApp(second.page)
  await again.row('Reports').click()
  await expect(second.page.getByRole('alert')).toContainText('did not accept the scope')
  await expect(again.button('Copy report for support')).toBeHidden()
  await server.close()
})

test('where a server asks for a pause, the card says until when', { tag: '@deep' }, async ({
  start,
}) => {
  const server = await startEndpoint(() => answerOf(429, {}, { 'retry-after': '600' }))
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await expect(page.getByRole('alert')).toContainText('The server asks you to slow down')
  await expect(page.getByRole('alert')).toContainText(/Try again after \d{1,2}:\d\d/)
  await expect(testApp.button('Try the other ways')).toBeHidden()
  expect(server.received).toHaveLength(1)
  await server.close()
})

test('a clock that is behind the server’s is shown and allowed for', { tag: '@deep' }, async ({
  start,
}) => {
  const server = await startEndpoint(() => {
    const ahead = new Date(Date.now() + hour * 1000).toUTCString()
    return answerOf(200, token(), { date: ahead })
  })
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await testApp.expectState('Valid')
  await expect(page.getByRole('note')).toContainText(
    'This computer’s clock is 1 hour behind the server’s.',
  )
  await expect(page.getByRole('main')).toContainText(/59 min \d\d s/)
  await server.close()
})

test('deviations of a server are listed in the collapsed details', {
  tag: '@deep',
}, async ({ start }) => {
  const server = await startEndpoint(() => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    text: `{"access_token":"${plant('token')}","expires_in":"3600",}`,
  }))
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${server.origin}/token`))
  await testApp.expectState('Valid')
  await expect(page.getByRole('alert')).toBeHidden()
  const comma = page.getByText('The answer had an extra comma.')
  await expect(comma).toBeHidden()
  await page.getByText('This server doesn’t quite follow the standard.').click()
  await expect(comma).toBeVisible()
  await expect(page.getByText('The lifetime was given as text instead of a number.')).toBeVisible()
  await server.close()
})

test('a button that goes when it has done its work leaves the focus in the page, and one that stays keeps it', async ({
  start,
}) => {
  const silent = await startServer(() => {})
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(customer(`${silent.origin}/token`))
  await silent.receives(1)
  await testApp.button('Cancel').press('Enter')
  await expect(testApp.button('Cancel')).toBeHidden()
  await expect(page.getByRole('main')).toBeFocused()

  await testApp.createProfile({ ...values, Name: 'Dead' })
  await testApp.expectState('Valid')
  emulator.revokeRefreshTokens()
  await testApp.button('Renew now').press('Enter')
  await testApp.expectState('Needs sign-in')
  await expect(testApp.button('Renew now')).toBeFocused()
  await silent.close()
  await emulator.close()
})
