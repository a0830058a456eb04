import { createScanner } from '../support/leaks/scan.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

for (const [name, meet] of Object.entries(providers)) {
  test(`${name}: every documented answer is understood, and a token is got and refreshed`, async ({
    start,
    dataFolder,
  }) => {
    const { emulator, values, wrongUser, wrongUserTitle } = await meet()
    const { page, clipboardText, output, close } = await start()
    const testApp = createTestApp(page)

    async function change(fields: Readonly<Record<string, string>>): Promise<void> {
      await testApp.button('Edit profile').click()
      await testApp.fill(fields)
      await testApp.button('Save and get token').click()
    }
    const alert = page.getByRole('alert')

    // Wrong client secret.
    await testApp.createProfile({ ...values, Name: 'Reports', 'Client secret': 'not the secret' })
    await testApp.expectState('Failed')
    await expect(alert).toContainText('The server did not accept the client ID or client secret')

    // Wrong user.
    const secret = { 'Client secret': values['Client secret'] ?? '' }
    if (wrongUser !== undefined) {
      await change({ ...secret, ...wrongUser })
      await expect.poll(() => emulator.requests.length).toBe(2)
      await testApp.expectState('Failed')
      await expect(alert).toContainText(wrongUserTitle)
      await expect(alert).toContainText(/password/i)
    }

    // Trouble of the server's own.
    emulator.failNext(500)
    await change({ ...secret, ...pick(values, Object.keys(wrongUser ?? {})) })
    await expect(alert).toContainText('The server has a problem')
    await testApp.expectState('Failed')

    // Success.
    await testApp.button('Get token').click()
    await testApp.expectState('Valid')
    await expect(alert).toBeHidden()
    await testApp.button('Copy header').click()
    const token = () => clipboardText().then((text) => text.replace('Authorization: Bearer ', ''))
    await expect.poll(async () => emulator.secrets().includes(await token())).toBe(true)
    const first = await token()

    // Refresh. The last request before it was answered with 200 as well: a new one has to arrive.
    const requestsBefore = emulator.requests.length
    await testApp.button('Renew now').click()
    await expect.poll(() => emulator.requests.at(requestsBefore)?.status).toBe(200)
    const { form, query } = emulator.requests.at(requestsBefore) ?? {}
    expect(`${JSON.stringify(form)} ${query}`).toContain('refresh_token')
    await expect(testApp.button('Renew now')).toBeEnabled()
    await testApp.button('Copy token').click()
    await expect.poll(async () => (await token()) !== first).toBe(true)
    expect(emulator.secrets()).toContain(await token())

    // A refresh token that the server no longer takes: nothing is lost, the user is told.
    await close()
    await emulator.close()
    expect(await createScanner(emulator.secrets()).scanFolder(dataFolder)).toEqual([])
    expect(createScanner(emulator.secrets()).scan('output', output())).toEqual([])
  })
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']))
}

test('a refresh token that the server refuses asks the user to sign in, and nothing is lost', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')

  emulator.revokeRefreshTokens()
  await testApp.button('Renew now').click()
  await testApp.expectState('Needs sign-in')
  await expect(testApp.button('Copy header')).toBeVisible()

  await testApp.button('Renew now').click()
  await testApp.expectState('Valid')
  await emulator.close()
})
