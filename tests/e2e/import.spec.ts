import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createScanner } from '../support/leaks/scan.ts'
import { settingsLike } from '../support/profiles/settings.ts'
import { get } from './support/ask.ts'
import { barriersInThemes, type Theme } from './support/barriers.ts'
import { countClicks } from './support/clicks.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

/** A value for a POSIX shell. */
const quoted = (value: string) => `'${value.replaceAll("'", `'\\''`)}'`
const form = (name: string, value = '') => `--data-urlencode ${quoted(`${name}=${value}`)}`

async function semansysCommand() {
  const { emulator, values } = await providers.Semansys()
  const command = [
    `curl -X POST ${emulator.tokenEndpoint}`,
    `-H 'Content-Type: application/x-www-form-urlencoded'`,
    `-d 'grant_type=password'`,
    form('client_id', values['Client ID']),
    form('client_secret', values['Client secret']),
    form('username', values['User name']),
    form('password', values['Password']),
  ].join(' \\\n  ')
  return { emulator, values, command }
}

/** What the window says that it understood, by the field. */
async function understood(page: Page): Promise<Readonly<Record<string, string>>> {
  const facts = page.getByRole('region', { name: /What Token Desk understood/ }).locator('dl > div')
  const pairs = await facts.evaluateAll((rows) =>
    rows.map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      row.querySelector('dd')?.textContent ?? '',
    ]),
  )
  return Object.fromEntries(pairs)
}

/** Answers the system's dialog for saving. */
async function saveTo(electron: ElectronApplication, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, filePath)
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content ?? ''], fileName ?? ''))
      return transfer
    },
    [name, text],
  )
  // A browser repeats the event; the page listens once its second file is loaded.
  await expect(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer: files })
    const target = page.getByText('Drop the file to set up a profile from it')
    await expect(target).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.dispatchEvent('body', 'drop', { dataTransfer: files })
}

test('a pasted Semansys command becomes a copied header with three clicks at most, and no secret comes back', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values, command } = await semansysCommand()
  const app = await start()
  const { page, clipboardText, close, output } = app
  const testApp = createTestApp(page)
  await testApp.button('Paste a cURL command').click()
  await expect(testApp.field('cURL command')).toBeFocused()
  // The counter counts what a person does, and that once.
  const tried = await countClicks(page)
  await page.getByText('cURL command', { exact: true }).click()
  await page.evaluate(() => document.querySelector<HTMLElement>('textarea')?.click())
  await testApp.button('Create profile').press('Enter')
  expect(await tried.names()).toEqual(['cURL command', 'Create profile'])
  const clicks = await countClicks(page)

  await testApp.field('cURL command').fill(command)
  // On this computer the path alone does not tell whose copy it is.
  await testApp.button('Yes, use Semansys').click()
  await testApp.button('Create profile').click()
  await testApp.expectState('Valid')
  await testApp.button('Copy header').click()
  await expect(page.getByRole('status')).toContainText('Copied')
  expect(await clicks.number()).toBeLessThanOrEqual(3)
  expect(await clicks.names()).toEqual(['Yes, use Semansys', 'Create profile', 'Copy header'])
  const token = (await clipboardText()).replace('Authorization: Bearer ', '')
  expect(emulator.secrets()).toContain(token)
  await expect(testApp.row('Semansys').first()).toBeVisible()

  // What main says of the text holds none of its secrets.
  const answer = await get(page, 'readImport', { text: command })
  const given = createScanner([values['Client secret'] ?? '', values['Password'] ?? ''])
  expect(given.scan('answer', JSON.stringify(answer))).toEqual([])
  expect(answer).toMatchObject({
    candidates: [{ given: ['clientSecret', 'password'], leftOut: [] }],
  })
  await close()
  await emulator.close()
  const all = createScanner(emulator.secrets())
  expect(await all.scanFolder(dataFolder)).toEqual([])
  expect(all.scan('output', output())).toEqual([])
})

test('missing values of a command are requested, ignored parts are listed, and no input is lost', async ({
  start,
}) => {
  const { emulator, values } = await providers['Social ID by e-mail address']()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Paste a cURL command').click()
  const command = (id: string) =>
    `curl -k --frobnicate -u "${id}:YOUR_APP_SECRET" ^\r\n  -d "grant_type=password" ^\r\n` +
    `  -d "email_address=your-e-mail" -d "password={{password}}" ^\r\n  ${emulator.tokenEndpoint}`
  await testApp.field('cURL command').fill(command('YOUR_CLIENT_ID'))
  await expect(page.getByRole('region', { name: /understood/ })).toBeVisible()
  await expect(testApp.field('Provider')).toHaveValue('any-server')
  await testApp.button('Yes, use Social ID').click()
  await expect(testApp.button('Yes, use Social ID')).toBeHidden()
  expect(await understood(page)).toEqual({
    Provider: 'Social ID',
    'Token endpoint': emulator.tokenEndpoint,
    'Obtained with': 'User name and password',
    'Client authentication': 'Basic header',
    'Client ID': 'Still needed, see below',
    'Client secret': 'Still needed, see below',
    'User name field': 'email_address',
    'User name': 'Still needed, see below',
    Password: 'Still needed, see below',
  })
  await expect(testApp.field('Provider')).toHaveValue('social-id')
  const notUsed = page.getByRole('note').filter({ hasText: 'could not use' })
  await expect(notUsed).toContainText('--frobnicate: Token Desk doesn’t know it.')
  await expect(notUsed).toContainText('-k: Token Desk always checks')

  await testApp.field('Client secret').fill(values['Client secret'] ?? '')
  await testApp.field('Password').fill(values['Password'] ?? '')
  // The text is mended: what was typed stays, and what is given is asked no more.
  await testApp.field('cURL command').fill(command(values['Client ID'] ?? ''))
  await expect(testApp.field('Client ID')).toBeHidden()
  await expect(testApp.field('Client secret')).toHaveValue(values['Client secret'] ?? '')
  await testApp.button('Create profile').click()
  await expect(testApp.field('User name')).toBeFocused()
  await expect(page.getByText('Enter the user name.')).toBeVisible()
  await testApp.field('User name').fill(values['User name'] ?? '')
  await testApp.button('Create profile').click()
  await testApp.expectState('Valid')
  await emulator.close()
})

test('a part of an address that is not in the text is marked, and nothing is sent until it is filled in', {
  tag: '@deep',
}, async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Paste a cURL command').click()
  const { origin, pathname } = new URL(emulator.tokenEndpoint)
  await testApp
    .field('cURL command')
    .fill(
      `curl "${origin}/$PART/token" -d grant_type=password ` +
        [
          form('client_id', values['Client ID']),
          form('client_secret', values['Client secret']),
          form('username', values['User name']),
          form('password', values['Password']),
        ].join(' ') +
        ' --relay gate.example -d "scope=$SCOPE"',
    )
  await expect(testApp.field('Token endpoint')).toHaveValue(`${origin}/{PART}/token`)
  await expect(page.getByText('Token Desk then asks')).toBeHidden()
  const notUsed = page.getByRole('note').filter({ hasText: 'could not use' })
  await expect(notUsed).toContainText('--relay: Token Desk doesn’t know it.')
  await expect(notUsed).toContainText('scope: The text doesn’t contain its value.')
  await testApp.button('Create profile').click()
  await expect(page.getByText('This address still has a part between { and }.')).toBeVisible()
  await expect(testApp.field('Token endpoint')).toBeFocused()
  await testApp.field('Token endpoint').fill(`${origin}${pathname}`)
  await testApp.button('Create profile').click()
  await testApp.expectState('Valid')
  await emulator.close()
})

test('files of Postman, Infor and Token Desk are dropped or chosen, and each becomes a profile', async ({
  start,
}) => {
  const { emulator, values } = await providers['Organization API by Basic header']()
  const { page } = await start()
  const testApp = createTestApp(page)
  const id = values['Client ID'] ?? ''
  const secret = values['Client secret'] ?? ''
  const files = {
    'Environment.postman_environment.json': {
      name: 'Warehouse environment',
      values: [
        { key: 'token_url', value: emulator.tokenEndpoint, enabled: true },
        { key: 'client_id', value: id, enabled: true },
        { key: 'client_secret', value: secret, type: 'secret', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    },
    'Warehouse.postman_collection.json': {
      info: {
        name: 'Warehouse collection',
        schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      },
      variable: [{ key: 'server', value: new URL(emulator.tokenEndpoint).origin }],
      auth: {
        type: 'oauth2',
        oauth2: [
          { key: 'accessTokenUrl', value: '{{server}}/oauth2/token', type: 'string' },
          { key: 'grant_type', value: 'client_credentials', type: 'string' },
          { key: 'clientId', value: id, type: 'string' },
          { key: 'clientSecret', value: secret, type: 'string' },
          { key: 'client_authentication', value: 'header', type: 'string' },
        ],
      },
      item: [],
    },
  }
  await drop(
    page,
    'Environment.postman_environment.json',
    JSON.stringify(files['Environment.postman_environment.json']),
  )
  await expect(page.getByText('File: Environment')).toBeVisible()
  // It does not say how the client is authenticated; Organization API wants Basic.
  await testApp.button('Create profile').click()
  await expect(testApp.row('Warehouse environment')).toBeVisible()

  await drop(
    page,
    'Warehouse.postman_collection.json',
    JSON.stringify(files['Warehouse.postman_collection.json']),
  )
  await expect(page.getByText('from a Postman collection')).toBeVisible()
  await testApp.button('Create profile').click()
  await expect(testApp.row('Warehouse collection')).toBeVisible()
  await testApp.expectState('Valid')
  await emulator.close()
})

test('an .ionapi file is chosen, and its service account gets the token', async ({ start }) => {
  const { emulator, values } = await providers['Social ID by user name']()
  const url = new URL(emulator.tokenEndpoint)
  const ionApi = {
    ti: 'ACME_TST',
    cn: 'Reports',
    ci: values['Client ID'],
    cs: values['Client secret'],
    iu: 'https://ionapi.example',
    pu: `${url.origin}/v2/marketing/oauth/`,
    oa: 'authorization.oauth2',
    ot: 'token',
    or: 'revoke_token.oauth2',
    saak: values['User name'],
    sask: values['Password'],
  }
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Paste a cURL command').click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'Reports.ionapi',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(`\ufeff${JSON.stringify(ionApi)}`),
  })
  await expect(page.getByText('from an .ionapi file')).toBeVisible()
  await testApp.button('Create profile').click()
  await expect(testApp.row('Reports (ACME_TST)')).toBeVisible()
  await testApp.expectState('Valid')
  await emulator.close()
})

test('a shared profile holds no secret, client id or user name; the colleague types their own', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const folder = await mkdtemp(path.join(tmpdir(), 'token-desk-share-'))
  const { page, electron } = await start()
  const testApp = createTestApp(page)
  const marked = 'marked-secret-0123456789'
  await testApp.button('New profile').click()
  await testApp.fill({
    Provider: 'Any OAuth 2.0 server',
    Name: `Annual report ${values['Password']}`.slice(0, 100),
    'Token endpoint': `${emulator.tokenEndpoint}?code=${marked}&tenant=7`,
    'Client authentication': 'Request body',
    'Client ID': values['Client ID'] ?? '',
    'Client secret': values['Client secret'] ?? '',
    'User name': values['User name'] ?? '',
    Password: values['Password'] ?? '',
  })
  await page.getByText('More options').click()
  await testApp.button('Add header').click()
  await testApp.field('Header name').fill('x-gateway')
  await page.getByLabel('Keep secret').check()
  await testApp.field('Header value').fill(`${marked}-header`)
  await testApp.button('Save').click()
  await expect(page.getByRole('status')).toContainText('Profile saved')

  const file = path.join(folder, 'Annual report.tokendesk')
  await saveTo(electron, file)
  await testApp.button('Share profile').click()
  await expect(page.getByRole('status')).toContainText('It contains no secrets')
  const content = await readFile(file)
  const own = [values['Client ID'], values['User name'], marked]
  const secrets = [...emulator.secrets(), ...own.filter((value) => value !== undefined)]
  expect(createScanner(secrets).scan('share file', content)).toEqual([])
  expect(JSON.parse(content.toString())).toMatchObject({
    format: 'token-desk-share',
    version: 2,
    profile: settingsLike({
      tokenEndpoint: `${emulator.tokenEndpoint}?tenant=7`,
      extraHeaders: [{ secret: true, name: 'x-gateway', sentWith: 'always' }],
    }),
  })

  await drop(page, 'Annual report.tokendesk', content.toString())
  await expect(page.getByText('from a Token Desk file')).toBeVisible()
  for (const [label, value] of Object.entries(values)) {
    if (['Provider', 'Token endpoint'].includes(label)) continue
    await expect(testApp.field(label)).toHaveValue('')
    await testApp.field(label).fill(value)
  }
  await testApp.field('Header value').fill('their-own')
  await testApp.field('Name').fill('From a colleague')
  await testApp.button('Create profile').click()
  await expect(testApp.row('From a colleague')).toBeVisible()
  await rm(folder, { recursive: true })
  await emulator.close()
})

test('a share file shows all that goes into the profile, and where it would take secrets and token', {
  tag: '@deep',
}, async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  const profile = {
    name: 'Semansys',
    presetId: 'semansys',
    tokenEndpoint: 'https://oidc.semansys.com/connect/token',
    refreshEndpoint: 'https://oidc.semansys.com/connect/refresh',
    grantType: 'password',
    clientAuthentication: 'basic',
    basicEncoding: 'raw',
    bodyFormat: 'json',
    userNameField: 'email',
    scope: 'read-reports',
    audience: 'of-the-reports',
    resource: 'https://reports.semansys.com/',
    extraParameters: [{ secret: false, name: 'tenant', value: 'seven', sentWith: 'refreshing' }],
    extraHeaders: [{ secret: false, name: 'x-forward', value: 'to-me', sentWith: 'always' }],
    tag: { name: 'Test, harmless', color: 'green' },
    apiAddress: 'https://collector.evil.test/take',
    keepFresh: true,
  }
  const share = (over: object = {}) =>
    JSON.stringify({ format: 'token-desk-share', version: 1, profile: { ...profile, ...over } })
  await drop(page, 'Semansys.tokendesk', share())
  const understood = page.getByRole('region', { name: 'What Token Desk understood' })
  for (const fact of [
    profile.tokenEndpoint,
    profile.refreshEndpoint,
    'Basic header',
    'As is',
    'JSON',
    'email',
    profile.scope,
    profile.audience,
    profile.resource,
    'tenantsevenExtra parameter. Only when renewing',
    'x-forwardto-meExtra header',
    `Service address${profile.apiAddress}`,
    'Renew automaticallyOn',
    profile.tag.name,
  ]) {
    await expect(understood).toContainText(fact)
  }
  const warning = 'Semansys is not known to use collector.evil.test.'
  await expect(page.getByRole('note').filter({ hasText: warning })).toBeVisible()

  // Under the name of another provider, or of none, the user still learns where it goes.
  await testApp.field('Provider').selectOption('Any OAuth 2.0 server')
  await expect(page.getByRole('note').filter({ hasText: 'collector.evil.test' })).toContainText(
    '“Copy as…” and “Test the token” would send your token to collector.evil.test.',
  )
  await testApp.field('Provider').selectOption('Social ID')
  await expect(page.getByRole('note').filter({ hasText: 'collector.evil.test' })).toContainText(
    'Social ID is not known to use oidc.semansys.com, collector.evil.test.',
  )

  // A profile that has it is copied with it: the form says so as well.
  const { emulator, values } = await providers.Semansys()
  const here = { tokenEndpoint: emulator.tokenEndpoint, refreshEndpoint: '', scope: '' }
  const plain = { clientAuthentication: 'body', bodyFormat: 'form', userNameField: 'username' }
  const nothing = { audience: '', resource: '', extraParameters: [], extraHeaders: [] }
  await drop(page, 'Reports.tokendesk', share({ ...here, ...plain, ...nothing, keepFresh: false }))
  await expect(page.getByRole('note').filter({ hasText: warning })).toBeVisible()
  for (const label of ['Client ID', 'Client secret', 'User name', 'Password']) {
    await testApp.field(label).fill(values[label] ?? '')
  }
  await testApp.button('Create profile').click()
  await testApp.expectState('Valid')
  await testApp.button('Duplicate').click()
  await expect(testApp.field('Service address')).toHaveValue(profile.apiAddress)
  await expect(page.getByRole('note').filter({ hasText: warning })).toBeVisible()
  await emulator.close()
})

test('a share file of a newer version, and a file that is too large, are refused with a plain word', {
  tag: '@deep',
}, async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  const newer = JSON.stringify({ format: 'token-desk-share', version: 3, profile: {} })
  await drop(page, 'new.tokendesk', newer)
  await expect(page.getByRole('note')).toContainText('made by a newer version of Token Desk')
  await testApp.field('cURL command').fill('curl -X POST "https://login.example')
  await expect(page.getByRole('note')).toContainText('a quotation mark is never closed')
  await drop(page, 'large.json', 'x'.repeat(1024 * 1024 + 1))
  await expect(page.getByRole('alert')).toContainText('“large.json” is too large')
  await expect(testApp.field('cURL command')).toHaveValue('curl -X POST "https://login.example')
})

test('sharing that the user calls off, or that the disk refuses, changes nothing', {
  tag: '@deep',
}, async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  const folder = await mkdtemp(path.join(tmpdir(), 'token-desk-share-'))
  const { page, electron } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await page.getByRole('status').getByRole('button').click()
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  await testApp.button('Share profile').click()
  await saveTo(electron, path.join(folder, 'missing', 'Reports.tokendesk'))
  await testApp.button('Share profile').click()
  await expect(page.getByRole('alert')).toContainText('the folder is gone')
  const there = path.join(folder, 'file')
  await writeFile(there, 'before')
  await saveTo(electron, there)
  await testApp.button('Share profile').click()
  await expect(page.getByRole('status')).toContainText('File saved')
  expect(JSON.parse(await readFile(there, 'utf8'))).toMatchObject({ version: 2 })
  await rm(folder, { recursive: true })
  await emulator.close()
})

test('a duplicate has the settings under a name of its own, and asks for secrets', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.button('Duplicate').click()
  await expect(page.getByRole('heading', { name: 'Duplicate “Reports”' })).toBeVisible()
  await expect(testApp.field('Name')).toHaveValue('Reports (2)')
  await expect(testApp.field('Token endpoint')).toHaveValue(emulator.tokenEndpoint)
  await expect(testApp.field('User name')).toHaveValue(values['User name'] ?? '')
  await expect(testApp.field('Client secret')).toHaveValue('')
  await testApp.button('Save and get token').click()
  await expect(page.getByText('Enter the client secret.')).toBeVisible()
  await expect(page.getByText('Enter the password.')).toBeVisible()
  await testApp.fill({
    'Client secret': values['Client secret'] ?? '',
    Password: values['Password'] ?? '',
  })
  await testApp.button('Save and get token').click()
  await expect(testApp.row('Reports (2)')).toBeVisible()
  await testApp.expectState('Valid')
  await expect(testApp.row('Reports')).toBeVisible()
  await emulator.close()
})

test('importing has no barrier that axe knows, in either theme', async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Paste a cURL command').click()
  const texts = [
    '',
    'nothing',
    'curl -k -s --what -u id:YOUR_SECRET https://login.example/token -d grant_type=password',
    'curl -u a:b https://a.example/t -d scope=x; curl -u c:d https://b.example/t -d scope=y',
  ]
  for (const text of texts) {
    await testApp.field('cURL command').fill(text)
    if (text.startsWith('curl')) {
      await expect(page.getByRole('region', { name: /understood/ })).toBeVisible()
    }
    if (text !== '') await testApp.button('Create profile').click()
    const paint = (theme: Theme) =>
      page.screenshot({
        path: `test-results/screenshots/${theme}-import-${texts.indexOf(text)}.png`,
        fullPage: true,
      })
    expect(await barriersInThemes(page, paint)).toEqual([])
  }
})
