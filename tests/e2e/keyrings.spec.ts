import { inDesktopSession } from '../../build/desktop-session.mjs'
import { vaultIn } from './support/files.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'only there a keyring is a program of its own')

const passphrase = 'seven quiet herons over the lake'

/** Where there is no bus, no keyring answers. */
const nowhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }

test('with the keyring of another user everything stays as it is, and the window says what can be done', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  test.setTimeout(150_000)
  const { emulator, values } = await providers.Semansys()
  const first = await start()
  await createTestApp(first.page).createProfile({ ...values, Name: 'Reports' })
  await createTestApp(first.page).expectState('Valid')
  await first.close()
  const before = await vaultIn(dataFolder)

  await inDesktopSession(async (session) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: session['DBUS_SESSION_BUS_ADDRESS'] ?? '' }
    const second = await start({ env })
    const testApp = createTestApp(second.page)
    await expect(second.page.getByText(/a different key than before/)).toBeVisible()
    await expect(testApp.field('Passphrase')).toBeHidden()
    await testApp.button('Try again').click()
    await expect(testApp.button('Restart Token Desk')).toBeVisible()
    await testApp.button('Continue without them').click()
    await testApp.row('Reports').click()
    await testApp.expectState('Locked')
    await testApp.button('Security').click()
    await expect(second.page.getByText(/nothing to set here/)).toBeVisible()
    await second.close()
  })
  expect(await vaultIn(dataFolder)).toEqual(before)

  const third = await start()
  await createTestApp(third.page).row('Reports').click()
  await createTestApp(third.page).expectState('Valid')
  expect(await vaultIn(dataFolder)).toEqual(before)
  await emulator.close()
})

test('a keyring that went away costs nothing where there is a passphrase; a new one is used once the user says so', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  test.setTimeout(200_000)
  const { emulator, values } = await providers.Semansys()
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)
  await first.close()
  const before = await vaultIn(dataFolder)

  const without = await start({ env: nowhere })
  const locked = createTestApp(without.page)
  await expect(without.page.getByText(/does not answer/)).toBeVisible()
  await expect(locked.button('Try again')).toBeVisible()
  await locked.fill({ Passphrase: passphrase })
  await locked.button('Unlock').click()
  await expect(without.page.getByText(/^Opened with your passphrase/)).toBeVisible()
  await locked.row('Reports').click()
  await locked.expectState('Valid')
  await without.close()
  expect(await vaultIn(dataFolder)).toEqual(before)

  await inDesktopSession(async (session) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: session['DBUS_SESSION_BUS_ADDRESS'] ?? '' }
    const second = await start({ env })
    const other = createTestApp(second.page)
    await other.fill({ Passphrase: passphrase })
    await other.button('Unlock').click()
    await expect(second.page.getByText(/a different key than before/).first()).toBeVisible()
    // Opened, and still nothing is changed unasked.
    expect(await vaultIn(dataFolder)).toEqual(before)
    await other.button('Security').click()
    await other.button('Use this key store from now on').click()
    await expect(other.button('Use this key store from now on')).toBeHidden()
    await second.close()

    const third = await start({ env })
    await createTestApp(third.page).row('Reports').click()
    await createTestApp(third.page).expectState('Valid')
    await third.close()
  })

  // The key of the first keyring stays until the new one has opened the vault and it is saved to.
  const back = await start()
  await createTestApp(back.page).row('Reports').click()
  await createTestApp(back.page).expectState('Valid')
  await emulator.close()
})
