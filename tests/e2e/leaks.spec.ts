import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { snippetOf } from '../../src/main/snippets/snippet.ts'
import { snippetForms } from '../../src/shared/copying.ts'
import type { OutcomeKind } from '../../src/shared/outcome.ts'
import type { TokenTest } from '../../src/shared/token-test.ts'
import { joinDesktopBus } from '../support/desktop-bus/bus.ts'
import { startFakeTray } from '../support/desktop-bus/tray.ts'
import { mountSmallDisk } from '../support/disks/small-disk.ts'
import { makeSelfSigned } from '../support/faults/certificates.ts'
import { startFaultServer } from '../support/faults/fault-server.ts'
import { type Canary, plantCanaries } from '../support/leaks/canaries.ts'
import { draftWithSecrets, everyCombination } from '../support/leaks/drafts.ts'
import {
  type Mistake,
  mistakes,
  pathOf,
  startLeakingServer,
} from '../support/leaks/leaking-server.ts'
import { createScanner } from '../support/leaks/scan.ts'
import { watchBuilt } from '../support/leaks/watched-app.ts'
import { findClosedPort } from '../support/ports/loopback-server.ts'
import { optionsOf, withSettings } from '../support/profiles/settings.ts'
import type { App } from './support/app.ts'
import { ask, get } from './support/ask.ts'
import { choosePath } from './support/backup.ts'
import { createSilentBrowser } from './support/browser.ts'
import { goThroughChecks } from './support/checks.ts'
import { pageState } from './support/page-state.ts'
import { goThroughReceived } from './support/received.ts'
import { heapOf, pageAfterLock } from './support/renewed-page.ts'
import { createSignIns } from './support/sign-ins.ts'
import { makeSurroundings } from './support/surroundings.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'processes are looked at through /proc')

/** Undoes what a test has set up, the last first, also where it failed. */
const undo: (() => Promise<unknown>)[] = []
test.afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each()
})

/** What must have come of the mistakes; otherwise they were not made. */
const everyTrouble: readonly OutcomeKind[] = [
  'obtained',
  'client-refused',
  'needs-sign-in',
  'bad-request',
  'rate-limited',
  'server-trouble',
  'moved',
  'unreachable',
  'certificate-not-trusted',
  'not-an-oauth-answer',
  'unsafe-answer',
]

/** Obtains, refreshes, tries the other methods and shows every explanation. */
async function exerciseProfile(page: Page, id: string): Promise<void> {
  for (const name of ['obtainToken', 'refreshToken', 'tryOtherMethods'] as const) {
    await ask(page, name, { id })
    await ask(page, 'copyReport', { id })
  }
  for (const name of ['readToken', 'copyHeader', 'copyToken'] as const)
    await ask(page, name, { id })
}

test('no planted secret leaks in any workflow or failure', async ({
  start,
  dataFolder: ordinaryFolder,
}) => {
  test.setTimeout(360_000)
  const canaries = plantCanaries()
  const { passphrase, wrongPassphrase, pasted } = canaries
  const saidByMain = Array.from({ length: 5 }, (_, n) => plantNoise(`main says ${n}`))
  const saidByPage = Array.from({ length: 3 }, (_, n) => plantNoise(`page says ${n}`))
  const all = [...Object.values(canaries), ...saidByMain]
  const disk = await mountSmallDisk('tmpfs', 96 * 1024)
  if (disk !== undefined) undo.push(disk.unmount)
  const dataFolder = disk?.folder ?? ordinaryFolder
  const watched = await watchBuilt()
  const environment = await makeSurroundings(dataFolder, watched)
  undo.push(watched.remove, environment.remove)
  const { pages, copied } = environment
  for (const { text } of [canaries.accessToken, canaries.jwt]) {
    copied.add(text).add(`Authorization: Bearer ${text}`)
  }
  const bus = joinDesktopBus(process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '')
  await startFakeTray(bus)
  undo.push(bus.close)
  const server = await startLeakingServer(canaries)
  const untrusted = await startFaultServer({ tls: makeSelfSigned() })
  undo.push(server.close, untrusted.close)
  const browser = await createSilentBrowser()
  undo.push(browser.close)
  const closedPort = await findClosedPort()
  const open = async (switches: readonly string[] = []) => {
    const app = await start({
      switches,
      env: environment.env,
      dataFolder,
      appFolder: watched.folder,
      browser,
    })
    environment.watch(app)
    undo.push(app.kill)
    return app
  }

  const first = await open()
  const testApp = createTestApp(first.page)
  const look = async (page = first.page) => pages.push(await pageState(page))
  const signIns = createSignIns(first.page, canaries, { server, browser, environment, look })

  await test.step('by hand: create, read, copy, edit, inspect, delete', async () => {
    await testApp.button('New profile').first().click()
    await testApp.fill({
      Provider: 'Any OAuth 2.0 server',
      Name: 'By hand',
      'Token endpoint': `${server.origin}/token`,
      'Client ID': 'client',
      'Client secret': canaries.clientSecret.text,
      'User name': 'ada',
      Password: canaries.longPassword.text,
    })
    await look()
    await testApp.button('Save and get token').click()
    await testApp.expectState('Valid')
    await testApp.button('Renew now').click()
    await server.receives(2)
    await testApp.tab('Claims').click()
    await expect(first.page.getByRole('tabpanel')).toContainText('ada')
    await testApp.button('Copy header').click()
    await testApp.button('Copy token').click()
    await look()
    await testApp.button('Edit profile').click()
    await testApp.fill({ Provider: 'Semansys', Password: canaries.awkwardPassword.text })
    await look()
    await testApp.fill({
      'Client secret': canaries.jsonClientSecret.text,
      'Token endpoint': 'no address',
    })
    await testApp.button('Save').click()
    await look()
    await testApp.fill({ 'Token endpoint': `${server.origin}${pathOf('says all in JSON')}` })
    await testApp.button('Save and get token').click()
    await expect(first.page.getByText('The server did not accept').first()).toBeVisible()
    await look()
    await testApp.button('Inspect a token').click()
    await testApp.field('Token').fill(`Bearer ${pasted.text}`)
    await expect(first.page.getByRole('cell', { name: 'grace' })).toBeVisible()
    await look()
    await testApp.button('Close').click()
  })

  const lasting = await test.step('every grant, every client authentication, every mistake', () =>
    goThroughAll(first.page))

  async function goThroughAll(page: Page): Promise<readonly string[]> {
    const create = async (draft: ReturnType<typeof draftWithSecrets>) =>
      (await get(page, 'createProfile', { draft })).id
    const badly = (Object.keys(mistakes) as Mistake[])
      .filter((mistake) => mistake !== 'never answers')
      .map((mistake, turn) => ({
        name: mistake,
        tokenEndpoint: server.origin + pathOf(mistake),
        // The code of this one is the short password.
        turn: mistake === 'names a secret as its code' ? 3 : turn,
      }))
    const others = [
      { name: 'Dead', tokenEndpoint: `${server.origin}/dead` },
      { name: 'Untrusted', tokenEndpoint: `https://${untrusted.host}/token` },
      { name: 'Closed', tokenEndpoint: `${closedPort}/token` },
    ]
    const slow = await create(
      draftWithSecrets(canaries, {
        name: 'Silent',
        tokenEndpoint: server.origin + pathOf('never answers'),
      }),
    )
    // It waits in vain for as long as the rest takes, and longer.
    void ask(page, 'obtainToken', { id: slow }).catch(() => undefined)
    const good = await Promise.all(everyCombination(canaries, `${server.origin}/token`).map(create))
    const bad = await Promise.all(
      [...badly, ...others].map((wishes) => create(draftWithSecrets(canaries, wishes))),
    )
    await Promise.all([...good, ...bad].map((id) => exerciseProfile(page, id)))
    const { profiles } = await get(page, 'getSnapshot', {})
    expect(profiles.filter(({ token }) => token !== null).length).toBeGreaterThan(12)
    const outcomes = profiles.flatMap(({ activity }) => activity.map(({ outcome }) => outcome.kind))
    expect(outcomes).toEqual(expect.arrayContaining([...everyTrouble]))
    const [outdated = '', deleted = ''] = good
    const draft = draftWithSecrets(canaries, { name: 'Moved', tokenEndpoint: closedPort })
    await get(page, 'updateProfile', { id: outdated, draft })
    await exerciseProfile(page, outdated)
    await get(page, 'deleteProfile', { id: deleted })
    // Inputs that are refused, with secrets in the fields for secrets.
    const { settings, secrets } = draft
    await ask(page, 'createProfile', {
      draft: { settings: withSettings(settings, { name: '' }), secrets },
    })
    await ask(page, 'unlock', { passphrase: wrongPassphrase.text })
    return [...good.slice(2), ...bad]
  }

  await test.step('a backup is made, opened with a wrong passphrase, and restored', async () => {
    const file = path.join(environment.env['HOME'] ?? '', 'backup.age')
    await choosePath(first, file)
    const { backupPassphrase } = canaries
    expect(
      await get(first.page, 'writeBackup', { passphrase: backupPassphrase.text }),
    ).toMatchObject({ kind: 'written' })
    await get(first.page, 'chooseBackup', {})
    await ask(first.page, 'openBackup', { passphrase: wrongPassphrase.text })
    const [gone = ''] = lasting
    await get(first.page, 'deleteProfile', { id: gone })
    await get(first.page, 'openBackup', { passphrase: backupPassphrase.text })
    expect(
      await get(first.page, 'restoreBackup', { choice: { kind: 'merge', different: 'keep' } }),
    ).toMatchObject({ added: 1 })
    await exerciseProfile(first.page, gone)
    await writeFile(file, (await readFile(file)).subarray(0, -40))
    await get(first.page, 'chooseBackup', {})
    await ask(first.page, 'openBackup', { passphrase: backupPassphrase.text })
  })

  await test.step('in the words of tools, and tried where everything goes wrong', () =>
    takeAlong(first.page))

  async function takeAlong(page: Page): Promise<void> {
    const tokenEndpoint = `${server.origin}/token`
    // Its password is the one that the server names as a code.
    const { settings, secrets } = draftWithSecrets(canaries, {
      name: 'Taken along',
      tokenEndpoint,
      turn: 3,
    })
    const address = `${server.origin}/me`
    const { id } = await get(page, 'createProfile', {
      draft: { settings: withSettings(settings, { apiAddress: address }), secrets },
    })
    await get(page, 'obtainToken', { id })
    const token = canaries.accessToken.text
    for (const form of snippetForms) {
      await get(page, 'copySnippet', { id, form })
      copied.add(snippetOf(form, { address, token }) ?? '')
    }
    const tests: TokenTest[] = []
    // What an API tells the owner of a token, such as an address of its own, is theirs to see.
    const { 'links to a secret': _, ...others } = mistakes
    for (const mistake of Object.keys(others) as Mistake[]) {
      const test = get(page, 'testToken', { id, address: `${server.origin}${pathOf(mistake)}` })
      if (mistake === 'never answers') await get(page, 'cancelTest', { id })
      tests.push(await test)
    }
    expect(new Set(tests.map(({ kind }) => kind))).toEqual(
      new Set(['answer', 'moved', 'cancelled', 'unreachable']),
    )
    // The server's echo of the request is shown, except the token.
    expect(JSON.stringify(tests)).toMatch(/access token, \d+ characters/)
    // The list shows only what is in sight.
    await createTestApp(page).field('Search profiles').fill('Taken along')
    await createTestApp(page).row('Taken along').click()
    await createTestApp(page).tab('Test the token').click()
    await createTestApp(page)
      .field('Address')
      .fill(`${server.origin}${pathOf('says all in JSON')}`)
    await createTestApp(page).button('Test').click()
    await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
    await look()
    await createTestApp(page).field('Search profiles').fill('')
  }
  await test.step('the server is asked about a token, and to end it, and repeats all', () =>
    goThroughChecks(first.page, canaries, { origin: server.origin, look }))

  await test.step('signed in with the browser and on another device, rightly and wrongly', () =>
    signIns.goThrough())

  await test.step('profiles are set up from what was received, and one is shared', () =>
    goThroughReceived(first, canaries, {
      origin: server.origin,
      folder: environment.env['TMPDIR'] ?? '',
      look,
    }))

  await test.step('messages of libraries stay inside, and errors get a number', () =>
    makeNoise(first))

  async function makeNoise({ electron, page, output }: App): Promise<void> {
    const before = await incidentsIn(dataFolder)
    await electron.evaluate(
      (_electron, [log, written, warned, rejected, thrown]) => {
        console.error(log, { log })
        console.table([log])
        process.stdout.write(`${written}\n`)
        process.stderr.write(`${written}\n`)
        process.emitWarning(`${warned}`, { code: 'DEP0', detail: `${warned}` })
        void Promise.reject(new Error(rejected, { cause: new Error(rejected) }))
        setTimeout(() => {
          throw Object.assign(new Error(thrown), { detail: thrown })
        }, 0)
      },
      saidByMain.map(({ text }) => text),
    )
    await page.evaluate(
      ([log, rejected, thrown]) => {
        console.error(log)
        void Promise.reject(new Error(rejected))
        setTimeout(() => {
          throw new Error(thrown)
        }, 0)
      },
      saidByPage.map(({ text }) => text),
    )
    await expect
      .poll(async () =>
        (await incidentsIn(dataFolder))
          .slice(before.length)
          .map(([event]) => event)
          .sort(),
      )
      .toEqual(['page', 'page', 'page', 'uncaughtException', 'unhandledRejection'])
    for (const [event, number] of (await incidentsIn(dataFolder)).slice(before.length)) {
      if (event !== 'page') expect(output()).toContain(`Token Desk: incident ${number}\n`)
    }
  }

  await test.step('the practice server', async () => {
    const { id } = await get(first.page, 'startPractice', { way: 'password' })
    environment.lookAtProcesses()
    await exerciseProfile(first.page, id)
    copied.add(await first.clipboardText())
    const crashDumps = await first.electron.evaluate(({ app }) => app.getPath('crashDumps'))
    expect(crashDumps.startsWith(dataFolder)).toBe(true)
    // Of the practice profile the header was copied too.
    copied.add(`Authorization: Bearer ${await first.clipboardText()}`)
  })

  await test.step('the page knows no token', async () => {
    await look()
    const { accessToken, jwt, refreshToken, rotatedRefreshToken, idToken } = canaries
    const tokens = [accessToken, jwt, refreshToken, rotatedRefreshToken, idToken]
    const { code, deviceCode, requestUri } = canaries
    const ofSignIns = [code, deviceCode, requestUri, ...signIns.secrets()]
    expect(createScanner([...tokens, ...ofSignIns]).scan('heap', await heapOf(first.page))).toEqual(
      [],
    )
  })

  await test.step('an address is pasted where nothing listens', () => signIns.paste())

  await test.step('passphrase, lock, unlock, quit in the middle', async () => {
    await get(first.page, 'setPassphrase', { passphrase: passphrase.text })
    const { browser, page } = await pageAfterLock(first, dataFolder, () =>
      ask(first.page, 'lockNow', {}),
    )
    const locked = createTestApp(page)
    await locked.fill({ Passphrase: wrongPassphrase.text })
    await locked.button('Unlock').click()
    await expect(page.getByText('This is not the passphrase. Try again.')).toBeVisible()
    await look(page)
    await locked.fill({ Passphrase: passphrase.text })
    await locked.button('Unlock').click()
    await expect(locked.row('By hand')).toBeVisible()
    await look(page)
    const silent = await slowProfile(page)
    void ask(page, 'obtainToken', { id: silent }).catch(() => undefined)
    await server.receives(server.received.length + 1)
    await browser.close()
    await first.close()
  })
  expect(await environment.search([...all, ...signIns.secrets()])).toEqual([])

  async function slowProfile(page: Page): Promise<string> {
    const { profiles } = await get(page, 'getSnapshot', {})
    return profiles.find(({ settings }) => optionsOf(settings).name === 'Silent')?.id ?? ''
  }

  await test.step('a damaged record, a full disk, and the power goes', async () => {
    const record = path.join(dataFolder, 'vault', 'records', `${lasting[0]}.json`)
    const written = await readFile(record)
    await writeFile(record, written.subarray(0, written.length - 40))
    const second = await open()
    const { profiles } = await get(second.page, 'getSnapshot', {})
    const older = profiles.filter(({ isOlderGeneration }) => isOlderGeneration)
    expect(older.map(({ id }) => id)).toEqual([lasting[0]])
    await disk?.leaveFree(0)
    await Promise.all(lasting.slice(1, 6).map((id) => exerciseProfile(second.page, id)))
    await ask(second.page, 'createProfile', {
      draft: draftWithSecrets(canaries, { name: 'No room', tokenEndpoint: closedPort }),
    })
    await look(second.page)
    await second.kill()
    await disk?.leaveFree(24 * 1024)
  })

  await test.step('the key store is gone', async () => {
    const third = await open(['--password-store=basic'])
    await get(third.page, 'unlock', { passphrase: passphrase.text })
    await exerciseProfile(third.page, lasting[2] ?? '')
    await look(third.page)
    await third.close()
  })
  expect(await environment.search([...all, ...signIns.secrets()])).toEqual([])
  const looked = new Set((await watched.recorded()).map(({ kind }) => kind))
  expect([...looked]).toEqual(expect.arrayContaining(['tray', 'to-page', 'clipboard']))
  // What a page says stays in its console.
  const ofPage = await environment.search(saidByPage)
  expect(ofPage.filter(({ place }) => place !== 'page-console console')).toEqual([])
})

/** Event and number of each incident in the log. */
async function incidentsIn(dataFolder: string): Promise<(readonly [string, string])[]> {
  const text = await readFile(path.join(dataFolder, 'log.jsonl'), 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line.includes('"incident"'))
  return lines.map((line) => {
    const { event, incident } = JSON.parse(line)
    return [event, incident] as const
  })
}

function plantNoise(name: string): Canary {
  return { ...plantCanaries().clientSecret, name }
}
