import { expect, type Page } from '@playwright/test'
import type { ProfileId } from '../../../src/shared/profile.ts'
import type { Canaries } from '../../support/leaks/canaries.ts'
import { draftWithSecrets } from '../../support/leaks/drafts.ts'
import { codeWith, type Mistake, mistakes, pathOf } from '../../support/leaks/leaking-server.ts'
import { createScanner, type Secret } from '../../support/leaks/scan.ts'
import type { LoopbackServer } from '../../support/ports/loopback-server.ts'
import { type SettingsOptions, withSettings } from '../../support/profiles/settings.ts'
import { ask, get } from './ask.ts'
import type { SystemBrowser } from './browser.ts'
import type { Environment } from './surroundings.ts'
import { createTestApp } from './test-app.ts'

export interface SignInWishes {
  /** Begins and ends sign-ins, and repeats what it receives. */
  readonly server: LoopbackServer
  readonly browser: SystemBrowser
  readonly environment: Environment
  /** Looks at the page for secrets. */
  readonly look: () => Promise<unknown>
}

/** A sign-in that waits for its redirect. */
interface Waiting {
  readonly id: ProfileId
  readonly state: string
  readonly nonce: string
  readonly redirectUri: string
  /** Resolves when the run is over. */
  readonly over: Promise<unknown>
}

/** Marks long random values whole and at both ends. */
function secretOf(name: string, text: string): Secret {
  return { name, marks: [text, text.slice(0, 12), text.slice(-12)] }
}

/** Signs in, rightly and wrongly, and collects the secrets that the app makes up for it. */
export function createSignIns(page: Page, canaries: Canaries, wishes: SignInWishes) {
  const { server, browser, environment, look } = wishes
  const { code, requestUri } = canaries
  const secrets: Secret[] = []
  let created = 0
  for (const name of ['state', 'nonce', requestUri.name]) environment.inAddresses.add(name)

  async function createProfile(changes: Partial<SettingsOptions>): Promise<ProfileId> {
    created += 1
    const { settings, secrets: own } = draftWithSecrets(canaries, {
      name: `Signed in ${created}`,
      tokenEndpoint: `${server.origin}/token`,
      grantType: 'authorizationCode',
    })
    const draft = {
      settings: withSettings(settings, {
        issuer: server.origin,
        authorizationEndpoint: `${server.origin}/authorize/${created}`,
        deviceAuthorizationEndpoint: `${server.origin}/device`,
        redirectAddress: 'http://127.0.0.1:0/callback',
        scope: 'openid read',
        ...changes,
      }),
      secrets: own,
    }
    return (await get(page, 'createProfile', { draft })).id
  }

  /** Opens the page by hand, if the app opened too many in a short time to open this one as well. */
  async function openIfNotOpened(id: ProfileId): Promise<void> {
    const { profiles } = await get(page, 'getSnapshot', {})
    const progress = profiles.find((each) => each.id === id)?.tokenRun?.progress
    const isWaiting = progress?.kind === 'waiting-for-browser' && !progress.isOpened
    if (isWaiting) await ask(page, 'openSignIn', { id })
  }

  /** Returns the parameters of the authorization request that went to this path. */
  async function requestAt(
    id: ProfileId,
    path: string,
    isPushed: boolean,
  ): Promise<URLSearchParams> {
    await expect
      .poll(async () => {
        await openIfNotOpened(id)
        return (await browser.opened()).some((each) => each.includes(`${path}?`))
      })
      .toBe(true)
    const opened = (await browser.opened()).findLast((each) => each.includes(`${path}?`)) ?? ''
    // The browser is given what the page must know, and not what proves who asked.
    const others = [canaries.clientSecret, canaries.parameter, canaries.header, code, ...secrets]
    const hidden = others.filter(({ name }) => !environment.inAddresses.has(name))
    expect(createScanner(hidden).scan('the opened address', opened)).toEqual([])
    if (!isPushed) return new URL(opened).searchParams
    const body = server.received.findLast(({ path: at }) => at === '/par')?.body
    return new URLSearchParams(String(body))
  }

  async function begin(changes: Partial<SettingsOptions>, before?: ProfileId): Promise<Waiting> {
    const id = before ?? (await createProfile(changes))
    const { profiles } = await get(page, 'getSnapshot', {})
    const { settings } = profiles.find((each) => each.id === id) ?? {}
    const { pathname } = new URL(settings?.server.authorizationEndpoint ?? '')
    // The page that asks may be gone before: a lock ends the sign-in with it.
    const over = ask(page, 'obtainToken', { id }).catch(() => undefined)
    const isPushed = changes.pushedAuthorizationRequestEndpoint !== undefined
    const parameters = await requestAt(id, pathname, isPushed)
    const [state, nonce, redirectUri] = ['state', 'nonce', 'redirect_uri'].map(
      (name) => parameters.get(name) ?? '',
    ) as [string, string, string]
    secrets.push(secretOf('state', state), secretOf('nonce', nonce))
    return { id, state, nonce, redirectUri, over }
  }

  /** Arrives at the redirect address as a browser does, and keeps the page that is shown there. */
  async function arrive(
    { redirectUri }: Waiting,
    parameters: Readonly<Record<string, string>>,
    method: 'GET' | 'POST' = 'GET',
  ): Promise<number> {
    const query = new URLSearchParams(parameters)
    const response =
      method === 'POST'
        ? await fetch(redirectUri, { method, body: query })
        : await fetch(`${redirectUri}?${query}`)
    const headers = JSON.stringify([...response.headers])
    environment.pages.push(headers, await response.text())
    return response.status
  }

  const rightAnswer = ({ state, nonce }: Waiting) => ({ code: codeWith(nonce, canaries), state })

  async function show(id: ProfileId): Promise<void> {
    const { profiles } = await get(page, 'getSnapshot', {})
    const name = profiles.find((each) => each.id === id)?.settings.about.name ?? ''
    const testApp = createTestApp(page)
    // The list shows only what is in sight.
    await testApp.field('Search profiles').fill(name)
    await testApp.row(name).click()
  }

  async function outcomesOf(id: ProfileId): Promise<readonly string[]> {
    const { profiles } = await get(page, 'getSnapshot', {})
    const { activity = [] } = profiles.find((each) => each.id === id) ?? {}
    return activity.map(({ outcome }) => outcome.kind)
  }

  async function end(waiting: Waiting): Promise<void> {
    await waiting.over
    await ask(page, 'copyReport', { id: waiting.id })
  }

  /** The redirect comes back as each of the ways says. */
  async function goThroughRedirects(): Promise<void> {
    const right = await begin({})
    await show(right.id)
    await expect(page.getByRole('heading', { name: 'Continue in your browser' })).toBeVisible()
    await get(page, 'copySignInAddress', { id: right.id })
    for (const opened of await browser.opened()) environment.copied.add(opened)
    await get(page, 'openSignIn', { id: right.id })
    expect(await arrive(right, { code: code.text, state: 'another' })).toBe(400)
    expect(await arrive(right, { code: code.text })).toBe(400)
    expect(await arrive(right, { error: right.state, error_description: code.text })).toBe(400)
    await expect(page.getByText(/belongs to another sign-in/)).toBeVisible()
    await look()
    expect(await arrive(right, rightAnswer(right))).toBe(200)
    await end(right)
    expect(await outcomesOf(right.id)).toEqual(['obtained'])
    await createTestApp(page).expectState('Valid')
    await look()
    await ask(page, 'readToken', { id: right.id })
    await ask(page, 'refreshToken', { id: right.id })
    await ask(page, 'copyReport', { id: right.id })

    const posted = await begin({ responseMode: 'form_post' })
    expect(await arrive(posted, rightAnswer(posted), 'POST')).toBe(200)
    await end(posted)
    const pushed = await begin({ pushedAuthorizationRequestEndpoint: `${server.origin}/par` })
    expect(await arrive(pushed, rightAnswer(pushed))).toBe(200)
    await end(pushed)
    for (const { id } of [posted, pushed]) expect(await outcomesOf(id)).toEqual(['obtained'])

    const refused = await begin({})
    const { state, nonce } = refused
    const said = `${state} ${nonce}`
    expect(
      await arrive(refused, {
        state,
        error: 'access_denied',
        error_description: said,
        error_uri: `https://help.example/?${new URLSearchParams({ said })}`,
      }),
    ).toBe(200)
    await end(refused)
    await show(refused.id)
    await look()
    const other = await begin({})
    const text = codeWith(code.text, canaries)
    expect(await arrive(other, { code: text, state: other.state })).toBe(200)
    await end(other)
    expect(await outcomesOf(other.id)).toEqual(['not-believed'])
    await show(other.id)
    await look()
  }

  /** The exchange of the code, and the pushed request, end in each mistake. */
  async function goThroughMistakes(): Promise<void> {
    for (const mistake of Object.keys(mistakes) as Mistake[]) {
      const place = `${server.origin}${pathOf(mistake)}`
      const waiting = await begin({ tokenEndpoint: place })
      const count = server.received.length
      await arrive(waiting, rightAnswer(waiting))
      await server.receives(count + 1)
      if (mistake === 'never answers') await get(page, 'cancelRequest', { id: waiting.id })
      await end(waiting)
      await show(waiting.id)
      await look()

      const id = await createProfile({ pushedAuthorizationRequestEndpoint: place })
      const before = server.received.length
      const over = ask(page, 'obtainToken', { id })
      await server.receives(before + 1)
      if (mistake === 'never answers') await get(page, 'cancelRequest', { id })
      await over
      await ask(page, 'copyReport', { id })
      const state = new URLSearchParams(String(server.received[before]?.body)).get('state')
      secrets.push(secretOf('state of a pushed request', state ?? ''))
    }
  }

  /** A code for another device is shown, and its polls end in each mistake. */
  async function goThroughDevices(): Promise<void> {
    const device = { grantType: 'deviceCode' } as const
    const polls = (path: string) => server.received.filter((each) => each.path === path).length
    const attempts = (Object.keys(mistakes) as Mistake[]).map(async (mistake) => {
      const path = `${pathOf(mistake)}?device`
      const id = await createProfile({ ...device, tokenEndpoint: `${server.origin}${path}` })
      let isOver = false
      const over = ask(page, 'obtainToken', { id }).then(() => {
        isOver = true
      })
      // A server that is not understood is asked again, until the user has had enough.
      const enough = mistake === 'never answers' ? 1 : 2
      await expect.poll(() => isOver || polls(path) >= enough).toBe(true)
      await ask(page, 'cancelRequest', { id })
      await over
      await ask(page, 'copyReport', { id })
      const refused = await createProfile({
        ...device,
        deviceAuthorizationEndpoint: `${server.origin}${pathOf(mistake)}?code`,
      })
      if (mistake === 'never answers') return
      await ask(page, 'obtainToken', { id: refused })
      await ask(page, 'copyReport', { id: refused })
    })
    await Promise.all(attempts)

    const silent = `${server.origin}${pathOf('never answers')}`
    const shown = await createProfile({ ...device, tokenEndpoint: silent })
    const over = ask(page, 'obtainToken', { id: shown })
    await show(shown)
    await expect(page.getByRole('heading', { name: 'Enter this code' })).toBeVisible()
    await look()
    await get(page, 'copyDeviceCode', { id: shown })
    await get(page, 'cancelRequest', { id: shown })
    await over
    const right = await createProfile(device)
    await get(page, 'obtainToken', { id: right })
    await ask(page, 'copyReport', { id: right })
    expect(await outcomesOf(right)).toEqual(['obtained'])
    await show(right)
    await look()
  }

  return {
    /** All that were made up so far, and those that the server received. */
    secrets(): readonly Secret[] {
      const bodies = server.received.map(({ body }) => new URLSearchParams(String(body)))
      const verifiers = bodies.flatMap((body) => body.getAll('code_verifier'))
      return [...secrets, ...verifiers.map((each) => secretOf('code verifier', each))]
    },
    async goThrough(): Promise<void> {
      await goThroughRedirects()
      await goThroughMistakes()
      await goThroughDevices()
      await createTestApp(page).field('Search profiles').fill('')
    },
    /** Pastes addresses into the window; what was typed there may stay in the page's memory. */
    async paste(): Promise<void> {
      const testApp = createTestApp(page)
      const waiting = await begin({ redirectAddress: 'https://app.example/back' })
      const other = await begin({})
      await show(waiting.id)
      const field = page.getByRole('textbox', { name: 'Paste the address you landed on' })
      const addressOf = (parameters: Readonly<Record<string, string>>) =>
        `https://app.example/back?${new URLSearchParams(parameters)}`
      const wrong = [
        [`https://app.example/?sent=${code.text}`, /There is no code|address of another page/],
        [addressOf({ ...rightAnswer(waiting), state: other.state }), /belongs to another sign-in/],
        [`${addressOf({})}#${code.text}`, /There is no code|address of another page/],
      ] as const
      for (const [text, said] of wrong) {
        await field.fill(text)
        await testApp.button('Use it').click()
        await expect(page.getByText(said).first()).toBeVisible()
        await look()
      }
      await field.fill(addressOf(rightAnswer(waiting)))
      await testApp.button('Use it').click()
      await testApp.expectState('Valid')
      await end(waiting)
      await look()
      await testApp.field('Search profiles').fill('')
      // The other one still waits when the app is locked.
    },
  }
}
