import { startServer } from '../support/ports/loopback-server.ts'
import { hex, plant } from '../support/providers/canary.ts'
import { barriersIn } from './support/barriers.ts'
import { clippedIn } from './support/clipped.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

interface Answer {
  readonly status: number
  readonly type?: string
  readonly text: string
}

const json = (status: number, body: object): Answer => ({ status, text: JSON.stringify(body) })

/** A token endpoint that gives these answers in turn, the last one ever after. */
async function startEndpoint(answers: readonly Answer[]) {
  let next = 0
  const server = await startServer(async (_request, response) => {
    const answer = answers[Math.min(next, answers.length - 1)] ?? json(500, {})
    next += 1
    response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' })
    response.end(answer.text)
  })
  return { ...server, address: `${server.origin}/token` }
}

const client = (tokenEndpoint: string) => ({
  Provider: 'Any OAuth 2.0 server',
  Name: 'Reports',
  'Token endpoint': tokenEndpoint,
  'What did you get?': 'Client ID and secret',
  'Client authentication': 'Basic header',
  'Client ID': `client-${hex(8)}`,
  'Client secret': plant('client-secret'),
})

test('a gateway’s refusal is distinguished from a wrong client, and no secret is sent again', async ({
  start,
}) => {
  const server = await startEndpoint([
    json(401, { statusCode: 401, message: 'Access denied due to missing subscription key.' }),
  ])
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(client(server.address))
  const card = page.getByRole('region', {
    name: 'Something in front of the server stopped the request',
  })
  await expect(card).toContainText('That is not the client secret.')
  await expect(card).toContainText('as an extra header')
  await expect(testApp.button('Try the other ways')).toBeHidden()
  expect(await barriersIn(page)).toEqual([])
  await testApp.tab('Activity').click()
  await expect(page.getByRole('tabpanel')).toContainText('Something in front of the server')
  expect(server.received).toHaveLength(1)
  await server.close()
})

test('a refused scope that is empty is to be filled in', { tag: '@deep' }, async ({ start }) => {
  const server = await startEndpoint([json(400, { error: 'scope_invalid' })])
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile(client(server.address))
  const main = page.getByRole('main')
  await expect(main).toContainText('enter the scope you were given.')
  await expect(main).not.toContainText('leave it empty')
  await server.close()
})

test('a scope that the server does not confirm is marked as requested', { tag: '@deep' }, async ({
  start,
}) => {
  const token = { access_token: plant('token'), token_type: 'Bearer', expires_in: 3600 }
  const server = await startEndpoint([
    json(200, token),
    json(200, { ...token, scope: 'reports.read' }),
  ])
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...client(server.address), Scope: 'reports.read reports.write' })
  await testApp.expectState('Valid')
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('The server didn’t say what it granted.')
  await expect(panel.getByText('requested', { exact: true })).toHaveCount(2)
  expect(await barriersIn(page)).toEqual([])
  await testApp.button('Renew now').click()
  await expect(panel.getByText('requested', { exact: true })).toHaveCount(0)
  await expect(panel).not.toContainText('reports.write')
  await server.close()
})

test('a permission that is a long address wraps in a small window', { tag: '@deep' }, async ({
  start,
}) => {
  const token = { access_token: plant('token'), token_type: 'Bearer', expires_in: 3600 }
  const server = await startEndpoint([json(200, token)])
  const { page, electron } = await start()
  const testApp = createTestApp(page)
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  const scope = `https://api.example/${'accounts.transactions.department.'.repeat(3)}read`
  await testApp.createProfile({ ...client(server.address), Scope: scope })
  await testApp.expectState('Valid')
  await expect(page.getByRole('tabpanel').getByText(scope, { exact: true })).toBeVisible()
  const sideways = (await clippedIn(page)).filter((each) => each.startsWith('sideways'))
  expect(sideways).toEqual([])
  await server.close()
})
