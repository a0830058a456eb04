import { type Page, test as untimed } from '@playwright/test'
import type { TextBridge } from '../../src/shared/bridge.ts'
import type { ProfileDraft } from '../../src/shared/profile.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { makeSettings } from '../support/profiles/settings.ts'
import { expect, test } from './support/test.ts'

declare global {
  interface Window {
    readonly tokenDesk: TextBridge
  }
}

/** `PROFILES=10000` for the whole size; in the usual run fewer, because making them takes time. */
const count = Number(process.env['PROFILES'] ?? 600)

/** Seconds in which the profiles are made; renewal begins a minute and a half before the end. */
const making = Math.ceil(15 + count / 60)
const lifeAtEnd = 92

function draft(number: number, tokenEndpoint: string): ProfileDraft {
  return {
    settings: makeSettings({
      name: `Storm ${number}`,
      tokenEndpoint,
      grantType: 'clientCredentials',
      clientAuthentication: 'none',
      clientId: `storm-${number}`,
      userName: '',
      scope: '',
    }),
    secrets: {},
  }
}

/** Makes profiles and gets a token for each, a few at a time. */
async function fill(page: Page, tokenEndpoint: string): Promise<void> {
  const drafts = Array.from({ length: count }, (_, number) => draft(number, tokenEndpoint))
  const failed = await page.evaluate(async (all) => {
    let failures = 0
    const queue = [...all]
    const work = async () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const made = JSON.parse(await window.tokenDesk.request('createProfile', { draft: next }))
        const got = JSON.parse(await window.tokenDesk.request('obtainToken', made.value))
        if (got.value?.outcome.kind !== 'obtained') failures += 1
      }
    }
    await Promise.all(Array.from({ length: 8 }, work))
    return failures
  }, drafts)
  expect(failed).toBe(0)
}

/** Begins to note how long the page and main let somebody wait. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = []
    const answers: number[] = []
    let last = performance.now()
    const frame = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    setInterval(async () => {
      const asked = performance.now()
      await window.tokenDesk.request('inspectToken', { text: 'x' })
      answers.push(performance.now() - asked)
    }, 100)
    Object.assign(window, { watched: { frames, answers } })
  })
}

/** Milliseconds: the median, what 95 of 100 stay below, and the worst. */
async function watched(page: Page) {
  const lists = await page.evaluate(() => {
    const { frames, answers } = Reflect.get(window, 'watched')
    return { frames: frames as number[], answers: answers as number[] }
  })
  const summary = (values: readonly number[]) => {
    const sorted = values.toSorted((one, other) => one - other)
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
    return { median: at(0.5), p95: at(0.95), worst: at(1) }
  }
  return { frames: summary(lists.frames), answers: summary(lists.answers) }
}

untimed.setTimeout(60_000 + (making + lifeAtEnd + count / 20) * 1000)

test(`${count} tokens that end together are each renewed once, six at a time, and the window goes on`, {
  tag: ['@waiting', '@deep'],
}, async ({ start }) => {
  const end = Date.now() + (making + lifeAtEnd) * 1000
  const requests = new Map<string, number>()
  let underWay = 0
  let maxUnderWay = 0
  const server = await startServer((_request, response) => {
    const sent = new URLSearchParams(server.received.at(-1)?.body.toString())
    const client = sent.get('client_id') ?? ''
    const isRenewal = requests.has(client)
    requests.set(client, (requests.get(client) ?? 0) + 1)
    if (isRenewal) underWay += 1
    maxUnderWay = Math.max(maxUnderWay, underWay)
    setTimeout(() => {
      if (isRenewal) underWay -= 1
      const life = isRenewal ? 3600 : Math.max(60, Math.round((end - Date.now()) / 1000))
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ access_token: `of-${client}`, token_type: 'Bearer', expires_in: life }),
      )
    }, 5)
  })
  const { page } = await start()
  await expect(page.getByRole('button', { name: 'Try the practice server' })).toBeVisible()
  await fill(page, `${server.origin}/token`)
  expect(requests.size).toBe(count)

  await watch(page)
  const search = page.getByRole('textbox', { name: 'Search profiles' })
  await search.fill(`Storm ${count - 1}`)
  await expect(page.getByRole('list', { name: 'Profiles' }).getByRole('button')).toHaveCount(1)
  await expect
    .poll(() => server.received.length, { timeout: (lifeAtEnd + count / 20) * 1000 })
    .toBe(2 * count)
  const waits = await watched(page)
  console.info(`${count} renewals, waits in milliseconds: ${JSON.stringify(waits)}`)

  expect(Math.max(...requests.values())).toBe(2)
  expect(maxUnderWay).toBeLessThanOrEqual(6)
  expect(waits.answers.p95).toBeLessThan(500)
  expect(waits.frames.p95).toBeLessThan(200)
  await search.fill('')
  await expect(
    page.getByRole('list', { name: 'Profiles' }).getByRole('button').nth(3),
  ).toBeVisible()
  await server.close()
})
