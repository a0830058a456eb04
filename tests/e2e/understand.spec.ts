import type { Page } from '@playwright/test'
import { startServer } from '../support/ports/loopback-server.ts'
import { optionsOf } from '../support/profiles/settings.ts'
import { jwtOf } from '../support/tokens/make-token.ts'
import { get } from './support/ask.ts'
import { barriersIn } from './support/barriers.ts'
import { layoutsDuring } from './support/layouts.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const hour = 3600
const services = ['https://api.example.com/v1', 'https://reports.example.com/v1']

function readableToken(): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: 'https://login.example',
    sub: 'ada-0123',
    name: 'Ada Lovelace',
    email: 'ada@example.org',
    aud: services,
    iat: now,
    exp: now + hour,
    amr: ['pwd', 'mfa'],
    realm_access: { roles: ['auditor'] },
    company_rank: 7,
    picture: 'https://example.com/ada.png',
  }
  return jwtOf(JSON.stringify(claims))
}

/** Answers with a readable token, an opaque one, and refuses, by the path that is asked. */
async function startEndpoint() {
  const scope = `openid read reports:read xbrl ${Array.from({ length: 20 }, (_, i) => `own-${i}`).join(' ')}`
  return startServer((request, response) => {
    if (request.url === '/refused') {
      return void response.writeHead(401).end('{"error":"invalid_client"}')
    }
    const isReadable = request.url === '/readable'
    const token = isReadable ? readableToken() : 'f00dfeed'.repeat(8)
    // The server's clock is an hour behind where the token can be read.
    const date = new Date(Date.now() - (isReadable ? hour * 1000 : 0)).toUTCString()
    response
      .writeHead(200, { 'content-type': 'application/json', date })
      .end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: hour, scope }))
  })
}

async function expectNoBarriers(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const scheme = page.locator('html')
    await expect(scheme).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    // Colours follow from element to element, a frame each.
    await expect.poll(() => barriersIn(page)).toEqual([])
  }
}

test('a token’s contents are explained without technical terms', async ({ start }) => {
  const server = await startEndpoint()
  const { page, electron } = await start()
  const testApp = createTestApp(page)
  const panel = page.getByRole('tabpanel')
  const profile = (name: string) => ({
    Provider: 'Any OAuth 2.0 server',
    'What did you get?': 'Client ID and secret',
    'Client ID': 'client',
    'Client secret': 'not a secret',
    Name: name,
    'Token endpoint': `${server.origin}/${name}`,
  })

  const row = page.getByRole('complementary').getByText(/ min \d\d s/)
  const nextSecond = async () => {
    const before = (await row.textContent()) ?? ''
    await expect(row).not.toHaveText(before)
  }

  await test.step('the overview shows user, permissions, expiry and method', async () => {
    await page.evaluate(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('circle[data-moving]') === null) return
        seen.disconnect()
        document.body.dataset['ringMoved'] = 'yes'
      })
      seen.observe(document.body, { subtree: true, childList: true, attributes: true })
    })
    await testApp.createProfile(profile('readable'))
    await testApp.expectState('Valid')
    await expect(page.locator('body')).toHaveAttribute('data-ring-moved', 'yes')
    const part = (name: string) => panel.getByRole('region', { name })
    await expect(part('Who it is for')).toContainText('Ada Lovelace')
    for (const service of services) await expect(part('Who it is for')).toContainText(service)
    await expect(part('What it may do')).toContainText('openid Learn who you are')
    await expect(part('What it may do')).toContainText('Read “reports”')
    await expect(part('What it may do')).not.toContainText('own-19')
    await part('What it may do').getByRole('button', { name: 'Show all 24' }).click()
    await expect(part('What it may do')).toContainText('own-19')
    await expect(part('Until when')).toContainText('By the server’s clock')
    await expect(part('Until when')).toContainText('1 hour in total')
    await expect(part('How it was obtained')).toContainText('Client ID and secret only')
    await expect(page.getByRole('note')).toContainText('1 hour ahead of the server’s')
    await expect(page.getByRole('img', { name: '100% of its time left' })).toBeVisible()
    await expectNoBarriers(page)
  })

  await test.step('the ring stays still with reduced motion, and while hidden', async () => {
    const arc = page
      .getByRole('img', { name: /of its time/ })
      .locator('circle')
      .last()
    // It moved for the token that came, and does not for the seconds that go.
    await expect(arc).not.toHaveAttribute('data-moving')
    const duration = (isMoving: boolean) =>
      arc.evaluate((element, moves) => {
        element.toggleAttribute('data-moving', moves)
        return getComputedStyle(element).transitionDuration
      }, isMoving)
    expect(await duration(true)).toBe('0s')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await duration(true)).toBe('0.8s')
    expect(await duration(false)).toBe('0s')
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
    )
    const main = page.getByRole('main')
    const scrollTo = (top: number) => main.evaluate((element, y) => element.scrollTo(0, y), top)
    await scrollTo(0)
    const headline = main.getByText(/^\d\d min \d\d s$/)
    await expect(headline).toBeVisible()
    await scrollTo(600)
    await nextSecond()
    const stands = (await headline.textContent()) ?? ''
    await nextSecond()
    await nextSecond()
    await expect(headline).toHaveText(stands)
    await scrollTo(0)
    await expect(headline).not.toHaveText(stands)
  })

  await test.step('a tick of the countdown lays out its digits and nothing around them', async () => {
    // What went before may still be laid out in some second; a whole page that is laid out for
    // the digits is so in each.
    await expect(async () => {
      const depths = (await layoutsDuring(page, nextSecond)).flat()
      // The time in the list and the large one, together or one after the other.
      expect(depths.length).toBeGreaterThanOrEqual(2)
      for (const depth of depths) expect(depth).toBeGreaterThan(1)
    }).toPass()
  })

  await test.step('claims have meanings and values in words, and can be searched', async () => {
    await testApp.tab('Claims').click()
    await expect(panel).toContainText('The times below use the server’s clock.')
    await expect(panel).toContainText('password, more than one proof')
    await expect(panel).toContainText('roles: auditor')
    await expect(panel.getByText('not verified')).toHaveCount(1)
    // An address in a token may lead anywhere.
    await expect(panel.getByRole('link')).toHaveCount(0)
    const search = testApp.field('Search in this token')
    const rows = panel.locator('tbody tr')
    for (const [text, count] of [
      ['serial number', 0],
      ['company_rank', 1],
      ['proof', 1],
      ['example.com', 2],
    ] as const) {
      await search.fill(text)
      await expect(rows).toHaveCount(count)
      const told = count === 0 ? 'Nothing in this token matches.' : /^\d entr(y|ies) match/
      await expect(panel.locator('[aria-live]')).toHaveText(told)
    }
    await search.press('Escape')
    await expect(search).toHaveValue('')
    await panel.getByText('raw JSON').click()
    await expect(panel.getByRole('region', { name: 'What it says, as raw JSON' })).toContainText(
      '"company_rank": 7',
    )
    await expectNoBarriers(page)
  })

  await test.step('a token that only the server can read is called normal', async () => {
    await testApp.createProfile(profile('opaque'))
    await testApp.expectState('Valid')
    await expect(panel).toContainText('The app itself, not a person')
    await expect(panel).toContainText('Only the server knows.')
    await testApp.tab('Claims').click()
    await expect(panel).toContainText('This is normal: only the server can read this token.')
  })

  await test.step('the activity tells why, and how it failed, of the newest fifty', async () => {
    await testApp.createProfile(profile('refused'))
    await testApp.expectState('Failed')
    await testApp.tab('Activity').click()
    await expect(panel.getByRole('region', { name: /^(Today|Yesterday)$/ })).toContainText(
      'The server answered, but it doesn’t know this ID with this secret.',
    )
    await expect(panel).toContainText('invalid_client the client ID or secret is not accepted')
    expect(await barriersIn(page)).toEqual([])
    const { profiles } = await get(page, 'getSnapshot', {})
    const id = profiles.find(({ settings }) => optionsOf(settings).name === 'refused')?.id ?? ''
    for (let times = 0; times < 52; times += 1) await get(page, 'obtainToken', { id })
    await expect(panel.getByRole('listitem')).toHaveCount(20)
    await testApp.button('Show all 50 entries').click()
    await expect(panel.getByRole('listitem')).toHaveCount(50)
    await expect(panel).toContainText('Older ones are not kept')
  })
  await server.close()
})
