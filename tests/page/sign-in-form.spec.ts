import type { ServerResponse } from 'node:http'
import { barriersInThemes } from '../e2e/support/barriers.ts'
import { createTestApp } from '../e2e/support/test-app.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { expect, test } from './support/test.ts'

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([])
})

/** A server that publishes its settings at `/realms/acme`, and answers `/slow` when it is told to. */
async function startIssuer() {
  const waiting: ServerResponse[] = []
  const server = await startServer((request, response) => {
    const realm = `${server.origin}/realms/acme`
    if (request.url?.startsWith('/slow')) {
      waiting.push(response)
    } else if (request.url === '/realms/acme/.well-known/openid-configuration') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          issuer: realm,
          authorization_endpoint: `${realm}/auth`,
          token_endpoint: `${realm}/token`,
          device_authorization_endpoint: `${realm}/device`,
          userinfo_endpoint: 'https://people.example.com/me',
          revocation_endpoint: 'http://internal.example.com/revoke',
          grant_types_supported: ['authorization_code', 'refresh_token'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
          scopes_supported: ['openid', 'reports.read', 'offline_access'],
        }),
      )
    } else if (request.url === '/anything/.well-known/openid-configuration') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          issuer: `${server.origin}/anything`,
          token_endpoint: `${server.origin}/token`,
          device_authorization_endpoint: `${server.origin}/device`,
          grant_types_supported: [
            'client_credentials',
            'urn:ietf:params:oauth:grant-type:device_code',
          ],
          scopes_supported: ['email', 'reports.read', 'openid'],
        }),
      )
    } else response.writeHead(404).end('<html>')
  })
  return {
    ...server,
    close: async () => {
      for (const response of waiting) response.destroy()
      await server.close()
    },
  }
}

test('settings are shown with their warnings before they are used, by keyboard alone', async ({
  window,
  main,
}) => {
  const issuer = await startIssuer()
  const testApp = createTestApp(window)
  await testApp.button('New profile').first().click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    'Token endpoint': 'https://old.example.com/token',
    'Server address': `${issuer.origin}/realms/acme`,
  })
  await testApp.field('Server address').press('Enter')
  const found = window.getByRole('region', { name: /^Found 4 addresses of 127\.0\.0\.1/ })
  await expect(found).toContainText('At a different server, people.example.com: Userinfo endpoint')
  await expect(found).toContainText(
    'Not used: Revocation endpoint. The address must begin with https',
  )
  await expect(found).toContainText('This replaces what is in the form now: Token endpoint.')
  await expect(found).toContainText('The form changes to “I sign in with my browser”.')
  await expect(testApp.field('Token endpoint')).toHaveValue('https://old.example.com/token')
  expect(await barriersInThemes(window)).toEqual([])

  await expect(found.getByRole('button', { name: 'openid' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await found.getByRole('button', { name: 'reports.read' }).press('Space')
  await testApp.button('Use these settings').press('Enter')
  await expect(found).toBeHidden()
  await expect(window.getByText('The settings are filled in below.')).toBeVisible()
  await expect(window.getByText('Still missing: Client ID.')).toBeVisible()
  await expect(testApp.field('I sign in with my browser')).toBeChecked()
  await expect(testApp.field('Authorization endpoint')).toHaveValue(
    `${issuer.origin}/realms/acme/auth`,
  )
  await expect(testApp.field('Token endpoint')).toHaveValue(`${issuer.origin}/realms/acme/token`)
  await expect(testApp.field('Client authentication')).toHaveValue('none')
  await expect(testApp.field('Scope')).toHaveValue('openid offline_access reports.read')
  await expect(testApp.field('Revocation endpoint')).toHaveValue('')

  await testApp.button('Copy').press('Enter')
  await expect.poll(() => main.clipboard.read()).toBe('http://127.0.0.1:17842/callback')
  await testApp.fill({ 'Redirect address': 'https://app.example.com/callback' })
  await expect(window.getByText('PKCE makes it useless to them.')).toBeVisible()
  await window.getByText('More options').click()
  await testApp.fill({ PKCE: 'Off' })
  await expect(window.getByText('could use it')).toBeVisible()
  await testApp.button('Add parameter').click()
  await testApp.fill({ Send: 'Only with the sign-in' })
  await testApp.button('Add header').click()
  await expect(testApp.field('Send').last().locator('option')).toHaveCount(3)
  expect(await barriersInThemes(window)).toEqual([])
  await testApp.button('Save and sign in').click()
  await expect(window.getByText('Enter the client ID.')).toBeVisible()
  await issuer.close()
})

test('scopes are suggested once a person signs in, and never beside typed ones', async ({
  window,
}) => {
  const issuer = await startIssuer()
  const testApp = createTestApp(window)
  const findAndUse = async () => {
    await testApp.fill({ 'Server address': `${issuer.origin}/anything` })
    await testApp.button('Find settings').click()
    await testApp.button('Use these settings').click()
  }
  await testApp.button('New profile').first().click()
  await testApp.fill({ Provider: 'Any OAuth 2.0 server' })
  await testApp.field('Client ID and secret').check()
  await findAndUse()
  await expect(testApp.field('Scope')).toHaveValue('')
  await testApp.field('A code for another device').check()
  await expect(testApp.field('Scope')).toHaveValue('openid email')

  await testApp.fill({ Scope: '' })
  await findAndUse()
  await expect(testApp.field('Scope')).toHaveValue('openid email')
  await testApp.fill({ Scope: 'reports.read' })
  await findAndUse()
  await expect(testApp.field('Scope')).toHaveValue('reports.read')
  await issuer.close()
})

test('a search that finds nothing says why, and one under way can be stopped', async ({
  window,
}) => {
  const issuer = await startIssuer()
  const testApp = createTestApp(window)
  await testApp.button('New profile').first().click()
  await testApp.fill({ Provider: 'Any OAuth 2.0 server' })
  await testApp.button('Find settings').click()
  await expect(window.getByText('Enter the address of the server.')).toBeVisible()
  await testApp.fill({ 'Server address': 'http://login.example.com' })
  await testApp.button('Find settings').click()
  await expect(testApp.field('Server address')).toHaveAttribute('aria-invalid', 'true')

  await testApp.fill({ 'Server address': `${issuer.origin}/other` })
  await testApp.button('Find settings').click()
  await expect(window.getByText('This server doesn’t publish its settings')).toBeVisible()
  await window.getByText('Where Token Desk looked').click()
  expect(await barriersInThemes(window)).toEqual([])

  await testApp.fill({ 'Server address': `${issuer.origin}/slow/.well-known/openid-configuration` })
  await testApp.button('Find settings').click()
  await testApp.button('Stop searching').click()
  await expect(testApp.field('Server address')).toBeFocused()
  await expect(testApp.button('Stop searching')).toBeHidden()
  // The next search is not disturbed by the one that was stopped.
  await testApp.fill({ 'Server address': `${issuer.origin}/realms/acme` })
  await testApp.button('Find settings').click()
  await testApp.button('Don’t use them').click()
  await expect(testApp.field('Token endpoint')).toHaveValue('')
  await testApp.button('Cancel').click()
  await issuer.close()
})

test('the address of a sign-in page becomes a profile, with the rest looked up', async ({
  window,
}) => {
  const issuer = await startIssuer()
  const testApp = createTestApp(window)
  await testApp.button('Paste a cURL command').first().click()
  await testApp
    .field('cURL command')
    .fill(
      `${issuer.origin}/realms/acme/authorize?response_type=code&client_id=app-7&scope=openid&state=x`,
    )
  await expect(window.getByText('Sign-in with the browser')).toBeVisible()
  await expect(testApp.field('Server address')).toHaveValue(
    `${issuer.origin}/realms/acme/authorize`,
  )
  await testApp.button('Find settings').click()
  await testApp.button('Use these settings').click()
  await expect(testApp.field('Token endpoint')).toHaveValue(`${issuer.origin}/realms/acme/token`)
  expect(await barriersInThemes(window)).toEqual([])
  await issuer.close()
})
