import type { ServerResponse } from 'node:http'
import type { Locator, Page } from '@playwright/test'
import { createScanner } from '../support/leaks/scan.ts'
import { type ReceivedRequest, startServer } from '../support/ports/loopback-server.ts'
import { awkward, plant } from '../support/providers/canary.ts'
import { barriersInThemes } from './support/barriers.ts'
import { watchDrawing } from './support/drawing.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type FormValues } from './support/test-app.ts'

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const token = { access_token: 'abc', token_type: 'Bearer', expires_in: 3600 }

interface Row {
  readonly kind: 'parameter' | 'header'
  readonly name: string
  readonly value: string
  readonly send?: string
  readonly secret?: boolean
}

/** The fields of one extra value, by its number from one on. */
function rowOf(page: Page, kind: Row['kind'], number: number): Locator {
  const name = kind === 'parameter' ? 'Parameter' : 'Header'
  return page.getByRole('group', { name: `${name} ${number}`, exact: true })
}

async function addRows(page: Page, rows: readonly Row[]): Promise<void> {
  const counts = { parameter: 0, header: 0 }
  for (const { kind, name, value, send, secret = false } of rows) {
    counts[kind] += 1
    await createTestApp(page).button(`Add ${kind}`).click()
    const row = rowOf(page, kind, counts[kind])
    await expect(row.getByLabel(/ name$/)).toBeFocused()
    await row.getByLabel(/ name$/).fill(name)
    if (secret) await row.getByLabel('Keep secret').check()
    await row.getByRole('textbox', { name: / value$/ }).fill(value)
    if (send !== undefined) await row.getByLabel('Send').selectOption({ label: send })
  }
}

const sent = ({ method, path, headers, body }: ReceivedRequest) => ({
  method,
  path,
  type: headers['content-type'],
  authorization: headers.authorization,
  tenant: headers['x-tenant'],
  key: headers['x-api-key'],
  renewal: headers['x-renewal'],
  body: body.toString(),
})

/** What a JSON body says, if it is written as JSON usually is and says nothing twice. */
function membersOf(body: string): unknown {
  const members: unknown = JSON.parse(body)
  expect(body).toBe(JSON.stringify(members))
  return members
}

test('all options together: what was filled in arrives, byte by byte, for obtaining and for refreshing', async ({
  start,
  dataFolder,
}) => {
  const key = plant('gateway-key')
  const pin = plant('pin') + awkward
  const refreshToken = plant('refresh')
  const server = await startServer((_request, response) =>
    answer(response, 200, { ...token, refresh_token: refreshToken }),
  )
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('New profile').click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Gateway',
    'Token endpoint': `${server.origin}/token`,
    'What did you get?': 'Client ID and secret',
    'Client authentication': 'Request body',
    'Client ID': 'client',
    'Client secret': 's&cr=t',
    Scope: 'read write',
  })
  await expect(testApp.field('Renewal address')).toBeHidden()
  await testApp.button('More options').click()
  await expect(testApp.field('Renewal address')).toBeInViewport()
  await testApp.fill({
    'Renewal address': `${server.origin}/renew?tenant=north`,
    Audience: `reports ${awkward}`,
    Resource: 'https://api.example.com/a  https://files.example.com/b',
    'Body format': 'JSON',
  })
  await addRows(page, [
    { kind: 'parameter', name: 'region', value: awkward, send: 'Only when getting a token' },
    { kind: 'parameter', name: 'pin', value: pin, secret: true },
    { kind: 'header', name: 'X-Tenant', value: 'north, "south"' },
    { kind: 'header', name: 'X-Api-Key', value: ` ${key} `, secret: true },
    { kind: 'header', name: 'X-Renewal', value: 'yes', send: 'Only when renewing' },
  ])
  await testApp.button('Save and get token').click()
  await testApp.expectState('Valid')
  await testApp.button('Renew now').click()
  await expect.poll(() => server.received.length).toBe(2)
  await testApp.expectState('Valid')

  const client = { client_id: 'client', client_secret: 's&cr=t' }
  const target = {
    audience: `reports ${awkward}`,
    resource: ['https://api.example.com/a', 'https://files.example.com/b'],
  }
  const common = { method: 'POST', type: 'application/json', tenant: 'north, "south"', key }
  const [obtaining, refreshing] = server.received.map(sent)
  const { body: obtained, ...asked } = obtaining ?? { body: '' }
  expect(asked).toEqual({ ...common, path: '/token' })
  expect(membersOf(obtained)).toEqual({
    grant_type: 'client_credentials',
    ...client,
    scope: 'read write',
    ...target,
    region: awkward,
    pin,
  })
  const { body: refreshed, ...askedAgain } = refreshing ?? { body: '' }
  expect(askedAgain).toEqual({ ...common, path: '/renew?tenant=north', renewal: 'yes' })
  expect(membersOf(refreshed)).toEqual({
    grant_type: 'refresh_token',
    ...client,
    refresh_token: refreshToken,
    ...target,
    pin,
  })
  expect(await createScanner([key, pin, refreshToken]).scanFolder(dataFolder)).toEqual([])
  await server.close()
})

test('a saved secret header is kept, and requested again after a change of its name', async ({
  start,
}) => {
  const server = await startServer((_request, response) => answer(response, 200, token))
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('New profile').click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    Name: 'Gateway',
    'Token endpoint': `${server.origin}/token`,
    'Client ID': 'client',
    'Client secret': 'secret',
    'User name': 'ada',
    Password: 'pass',
  })
  await testApp.button('More options').click()
  await addRows(page, [{ kind: 'header', name: 'X-Api-Key', value: 'k3y', secret: true }])
  await testApp.button('Save').click()

  await testApp.button('Edit profile').click()
  const row = rowOf(page, 'header', 1)
  const value = row.getByRole('textbox', { name: /^Header value/ })
  await expect(value).toBeVisible()
  await expect(value).toHaveAttribute('placeholder', /Saved/)
  await testApp.button('Save and get token').click()
  await testApp.expectState('Valid')
  expect(server.received.at(-1)?.headers['x-api-key']).toBe('k3y')

  await testApp.button('Edit profile').click()
  await row.getByLabel('Header name').fill('X-New-Key')
  await expect(row.getByText('Type it again')).toBeVisible()
  await expect(value).toHaveAttribute('required')
  await testApp.button('Save and get token').click()
  await expect(value).toBeFocused()
  await value.fill('an0ther')
  await testApp.button('Save and get token').click()
  await expect.poll(() => server.received.length).toBe(2)
  expect(server.received.at(-1)?.headers).toMatchObject({ 'x-new-key': 'an0ther' })
  expect(server.received.at(-1)?.headers).not.toHaveProperty('x-api-key')
  await testApp.expectState('Valid')
  await server.close()
})

test('the form names the saved secrets that another grant removes, before they are removed', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  const values: FormValues = {
    Provider: 'Any OAuth 2.0 server',
    Name: 'Reports',
    'Token endpoint': 'https://login.example.com/token',
    'Client ID': 'client',
    'Client secret': 'secret',
    'User name': 'ada',
    Password: 'pass',
  }
  await testApp.button('New profile').click()
  await testApp.fill(values)
  await testApp.button('Save').click()
  await testApp.button('Edit profile').click()
  await expect(testApp.field('Renewal address')).toBeHidden()
  const notice = page.getByRole('note').filter({ hasText: 'Saving removes' })
  await expect(notice).toBeHidden()
  await testApp.fill({
    'What did you get?': 'Client ID and secret',
    'Client authentication': 'None',
  })
  await expect(notice).toContainText('Client secret and Password')
  await testApp.fill({ 'Client authentication': 'Request body' })
  await expect(notice).toContainText('Password')
  await expect(notice).not.toContainText('Client secret')
  await testApp.fill({ 'What did you get?': 'User name and password' })
  await expect(notice).toBeHidden()
})

test('another provider clears the problems, and the original one restores the saved values', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('New profile').click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    'Token endpoint': 'https://login.example.com/token',
    'What did you get?': 'Client ID and secret',
    'Client ID': 'client',
    'Client secret': 'secret',
    Scope: 'read',
  })
  await testApp.button('Save').click()
  await testApp.button('Edit profile').click()
  await testApp.fill({ 'Token endpoint': 'nonsense' })
  await testApp.button('Save').click()
  await expect(page.getByRole('alert')).toContainText('One field')
  await testApp.fill({ Provider: 'Semansys' })
  await expect(page.getByRole('alert')).toBeHidden()
  // The saved secret is not for another provider.
  await testApp.fill({ 'User name': 'ada', Password: 'her password' })
  await testApp.button('Save').click()
  await expect(testApp.field('Client secret')).toHaveAttribute('aria-invalid', 'true')
  await testApp.fill({ Provider: 'Any OAuth 2.0 server' })
  await expect(testApp.field('Token endpoint')).toHaveValue('https://login.example.com/token')
  await expect(testApp.field('Client ID and secret')).toBeChecked()
  await expect(testApp.field('Scope')).toHaveValue('read')
})

test('an authentication method that the provider does not list is shown in the form and kept', {
  tag: '@deep',
}, async ({ start }) => {
  const server = await startServer((_request, response) => {
    const form = new URLSearchParams(server.received.at(-1)?.body.toString())
    const isClientKnown = form.get('client_secret') === 's&cr=t'
    if (isClientKnown) answer(response, 200, token)
    else answer(response, 401, { error: 'invalid_client' })
  })
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({
    Provider: 'Social ID',
    Name: 'Campaign',
    'Token endpoint': `${server.origin}/token`,
    'Client ID': '138',
    'Client secret': 's&cr=t',
    'User name': 'ada',
    Password: 'pass',
  })
  await testApp.expectState('Failed')
  await testApp.button('Try the other ways').click()
  await testApp.expectState('Valid')
  const tries = server.received.length

  await testApp.button('Edit profile').click()
  const way = testApp.field('Client authentication').locator('option:checked')
  await expect(way).toHaveText('Request body')
  await testApp.fill({ Name: 'Spring campaign' })
  await testApp.button('Save and get token').click()
  await expect.poll(() => server.received.length).toBe(tries + 1)
  await testApp.expectState('Valid')
  expect(server.received.at(-1)?.headers.authorization).toBeUndefined()
  expect(server.received.at(-1)?.body.toString()).toContain('client_secret=s%26cr%3Dt')
  await server.close()
})

test('the options have no barrier that axe knows, filled in and wrong, in either theme', async ({
  start,
}) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('New profile').click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    'Token endpoint': 'https://login.example.com/token',
    'Client ID': 'client',
    'Client secret': 'secret',
    'User name': 'ada',
    Password: 'pass',
  })
  await testApp.button('More options').click()
  await addRows(page, [
    { kind: 'parameter', name: 'tenant', value: 'north' },
    { kind: 'header', name: 'X-Api-Key', value: 'k3y', secret: true },
  ])
  expect(await barriersInThemes(page)).toEqual([])
  await testApp.button('Save').click()
  await testApp.button('Edit profile').click()
  await testApp.fill({ Resource: 'nonsense', 'What did you get?': 'Client ID and secret' })
  await rowOf(page, 'header', 1).getByLabel('Header name').fill('two words')
  await testApp.button('Save').click()
  await expect(page.getByRole('alert')).toContainText('3 fields')
  await expect(page.getByRole('note')).toContainText('Password')
  expect(await barriersInThemes(page)).toEqual([])

  await testApp.button('More options').click()
  await expect(testApp.field('Resource')).toBeVisible()
  await testApp.fill({ Resource: 'https://api.example.com' })
  await rowOf(page, 'header', 1).getByRole('button', { name: 'Remove header' }).click()
  await expect(testApp.button('Add header')).toBeFocused()
  await testApp.button('Save').click()
  await expect(testApp.button('Edit profile')).toBeVisible()
})

test('at most fifty headers can be added, and typing in one redraws no other', {
  tag: '@deep',
}, async ({ start }) => {
  test.slow()
  const { page } = await start()
  const testApp = createTestApp(page)
  const watch = await watchDrawing(page)
  await testApp.button('New profile').click()
  await testApp.fill({ Provider: 'Any OAuth 2.0 server' })
  await testApp.button('More options').click()
  await testApp.button('Add header').click()
  const name = rowOf(page, 'header', 1).getByLabel(/ name$/)
  const drawnForKeyIn = async (field: Locator) => {
    await field.focus()
    await watch.drawn()
    await page.keyboard.press('a')
    return watch.drawn()
  }
  const drawnOfRow = await drawnForKeyIn(name)
  const drawnOfForm = await drawnForKeyIn(testApp.field('Audience'))
  expect(drawnOfForm).toBeGreaterThan(0)
  expect(drawnOfRow).toBeGreaterThan(drawnOfForm)
  // All but the last are clicked within the page: to find the button by its words takes longer
  // with every row.
  await testApp.button('Add header').evaluate(async (button: HTMLElement) => {
    for (let number = 2; number < 50; number += 1) {
      button.click()
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  expect(await drawnForKeyIn(name)).toBe(drawnOfRow)
  expect(await drawnForKeyIn(testApp.field('Audience'))).toBe(drawnOfForm)
  await expect(page.getByText('More than 50')).toBeHidden()
  await testApp.button('Add header').click()
  await expect(page.getByText('More than 50')).toBeVisible()
  await expect(testApp.button('Add header')).toBeHidden()
  await rowOf(page, 'header', 7).getByRole('button', { name: 'Remove header' }).click()
  await expect(testApp.button('Add header')).toBeFocused()
})
