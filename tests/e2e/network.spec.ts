import type { RequestListener } from 'node:http'
import { startServer } from '../support/ports/loopback-server.ts'
import type { App } from './support/app.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type TestApp } from './support/test-app.ts'

const json = { 'content-type': 'application/json' }
const token = (seconds: number): RequestListener => {
  const fields = { access_token: 'abc', token_type: 'Bearer', expires_in: seconds }
  return (_request, response) => response.writeHead(200, json).end(JSON.stringify(fields))
}
const redirect: RequestListener = (_request, response) =>
  response.writeHead(302, { location: 'http://portal.example/login' }).end()
const signInPage: RequestListener = (_request, response) =>
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end('<html><title>Train Wi-Fi</title><form><input type="password"></form></html>')

/** Takes the computer off its network, waits until that was noticed, and joins it again. */
async function changeNetwork({ electron }: App): Promise<void> {
  const looks = () => electron.evaluate(() => Reflect.get(globalThis, 'looks') as number)
  await electron.evaluate(({ net }) => {
    Object.assign(globalThis, { looks: 0, isOnline: false })
    net.isOnline = () => {
      Object.assign(globalThis, { looks: (Reflect.get(globalThis, 'looks') as number) + 1 })
      return Reflect.get(globalThis, 'isOnline') as boolean
    }
  })
  await expect.poll(looks, { timeout: 30_000 }).toBeGreaterThan(1)
  await electron.evaluate(() => Object.assign(globalThis, { isOnline: true }) && undefined)
}

/** The state of a profile in the list. */
const inList = (testApp: TestApp, state: string) =>
  testApp.page.getByLabel('Profiles', { exact: true }).getByText(state, { exact: true })

test('a password profile waits for the network, also after a restart, and then renews without a click', {
  tag: ['@waiting', '@deep'],
}, async ({ start }) => {
  test.setTimeout(240_000)
  let answer = token(3)
  const server = await startServer((request, response) => answer(request, response))
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.createProfile({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': `${server.origin}/token`,
    'What did you get?': 'User name and password',
    'Client ID': 'client',
    'Client secret': 'the-secret',
    'User name': 'ada',
    Password: 'the-password',
  })
  await first.page.getByRole('switch', { name: 'Renew automatically' }).click()
  await testApp.expectState('Expired')

  answer = redirect
  await testApp.button('Renew now').click()
  await testApp.expectState('Waiting for the network')
  await expect(inList(testApp, 'Waiting for the network')).toBeVisible()
  const main = first.page.getByRole('main')
  await expect(main).toContainText('Token Desk will try again automatically')
  await expect(main).toContainText('Waiting for the network. Next try:')
  await expect(main).toContainText('open a website and sign in there first')

  answer = signInPage
  await first.close()
  const before = server.received.length
  const second = await start()
  const again = createTestApp(second.page)
  await expect(inList(again, 'Waiting for the network')).toBeVisible()
  await again.row('Reports').click()
  await server.receives(before + 1)
  await again.expectState('Waiting for the network')
  await expect(second.page.getByText('Waiting for the network. Next try:')).toBeVisible()

  answer = token(3600)
  await changeNetwork(second)
  await expect(inList(again, 'Valid')).toBeVisible({ timeout: 60_000 })
  await again.expectState('Valid')
  expect(server.received).toHaveLength(before + 2)
  await server.close()
})

test('an address that never brought a token has failed, and is not asked again', async ({
  start,
}) => {
  const server = await startServer(redirect)
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': `${server.origin}/token`,
    'What did you get?': 'Client ID and secret',
    'Client ID': 'client',
    'Client secret': 'the-secret',
  })
  await page.getByRole('switch', { name: 'Renew automatically' }).click()
  await testApp.expectState('Failed')
  await expect(page.getByText('The server points to another address')).toBeVisible()
  expect(server.received).toHaveLength(1)
  await server.close()
})

test('a refresh token that the server refuses without a word needs a sign-in', async ({
  start,
}) => {
  let answer: RequestListener = (_request, response) =>
    response.writeHead(200, json).end(
      JSON.stringify({
        access_token: 'abc',
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: 'def',
      }),
    )
  const server = await startServer((request, response) => answer(request, response))
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': `${server.origin}/token`,
    'What did you get?': 'User name and password',
    'Client ID': 'client',
    'Client secret': 'the-secret',
    'User name': 'ada',
    Password: 'the-password',
  })
  await testApp.expectState('Valid')
  const overview = page.getByRole('tabpanel')
  await expect(overview).toContainText('It can be renewed without asking you again.')
  answer = (_request, response) => response.writeHead(400).end()
  await testApp.button('Renew now').click()
  await testApp.expectState('Needs sign-in')
  await expect(overview).toContainText('You will need to get a new one.')
  await expect(overview).not.toContainText('without asking you again')
  await server.close()
})
