import { joinDesktopBus } from '../support/desktop-bus/bus.ts'
import { startFakeTray } from '../support/desktop-bus/tray.ts'
import { plantCanaries } from '../support/leaks/canaries.ts'
import { draftWithSecrets } from '../support/leaks/drafts.ts'
import { encodingNames } from '../support/leaks/encodings.ts'
import { encodingOf, leaks } from '../support/leaks/leaks-on-purpose.ts'
import { asLeaked, buildLeakyApp } from '../support/leaks/leaky-build.ts'
import { watchBuilt } from '../support/leaks/watched-app.ts'
import { findClosedPort } from '../support/ports/loopback-server.ts'
import { withSettings } from '../support/profiles/settings.ts'
import { ask, get } from './support/ask.ts'
import { createSilentBrowser } from './support/browser.ts'
import { pageState } from './support/page-state.ts'
import { pageAfterLock } from './support/renewed-page.ts'
import { openedAddress } from './support/sign-in.ts'
import { makeSurroundings } from './support/surroundings.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'processes are looked at through /proc')

test('a deliberate leak of a secret is found in each place where it could happen', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  const leaky = await buildLeakyApp()
  const watched = await watchBuilt(leaky.folder)
  const environment = await makeSurroundings(dataFolder, watched)
  const canaries = Object.values(plantCanaries()).slice(0, leaks.length)
  expect(canaries).toHaveLength(leaks.length)
  expect(new Set(leaks.map((_leak, index) => encodingOf(index)))).toEqual(new Set(encodingNames))
  const bus = joinDesktopBus(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  await startFakeTray(bus)
  const browser = await createSilentBrowser()
  const app = await start({ env: environment.env, appFolder: watched.folder, browser })
  environment.watch(app)
  await expect(createTestApp(app.page).button('New profile').first()).toBeVisible()
  for (const [index, { text }] of canaries.entries()) {
    await get(app.page, 'inspectToken', { text: asLeaked(text, index) })
  }
  const tokenEndpoint = `${await findClosedPort()}/token`
  const draft = draftWithSecrets(plantCanaries(), { name: 'Leaky', tokenEndpoint })
  const { id } = await get(app.page, 'createProfile', { draft })
  await get(app.page, 'obtainToken', { id })
  await get(app.page, 'copyReport', { id })
  const { settings, secrets } = draftWithSecrets(plantCanaries(), {
    name: 'Signed in',
    tokenEndpoint,
    grantType: 'authorizationCode',
  })
  const signedIn = await get(app.page, 'createProfile', {
    draft: {
      settings: withSettings(settings, { redirectAddress: 'http://127.0.0.1:0/callback' }),
      secrets,
    },
  })
  const over = get(app.page, 'obtainToken', signedIn)
  const { searchParams } = await openedAddress(browser)
  const redirect = searchParams.get('redirect_uri') ?? ''
  const refusal = { error: 'access_denied', state: searchParams.get('state') ?? '' }
  const end = await fetch(`${redirect}?${new URLSearchParams(refusal)}`)
  environment.pages.push(await end.text())
  await over
  await get(app.page, 'changeMarks', { id, marks: { keepFresh: false } })
  await get(app.page, 'startPractice', { way: 'password' })
  environment.lookAtProcesses()
  await ask(app.page, 'cancelRequest', { id })
  await get(app.page, 'setPassphrase', { passphrase: 'seven quiet herons' })
  await expect
    .poll(async () => (await watched.recorded()).map(({ kind }) => kind))
    .toEqual(expect.arrayContaining(['notification', 'page-console', 'tray']))
  environment.pages.push(await pageState(app.page))
  const { browser: devtools, page } = await pageAfterLock(app, dataFolder, () =>
    ask(app.page, 'lockNow', {}),
  )
  await get(page, 'unlock', { passphrase: 'seven quiet herons' })
  await devtools.close()
  await app.close()

  const findings = await environment.search(canaries)
  for (const [index, { name }] of canaries.entries()) {
    const places = findings.filter(({ secret }) => secret === name).map(({ place }) => place)
    expect(places, `leak ${index} by ${leaks[index]?.module}`).not.toEqual([])
    for (const place of places) expect(place).toMatch(leaks[index]?.place ?? '')
  }
  for (const each of [leaky, watched, environment]) await each.remove()
  await browser.close()
  await bus.close()
})
