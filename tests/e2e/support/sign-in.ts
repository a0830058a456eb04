import type { Page } from '@playwright/test'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import type { ProfileSettings } from '../../../src/shared/settings/index.ts'
import {
  type ForeignServer,
  type ForeignServerOptions,
  startForeignServer,
} from '../../support/authorization-server/foreign-server.ts'
import { findClosedPort } from '../../support/ports/loopback-server.ts'
import { get } from './ask.ts'
import type { SystemBrowser } from './browser.ts'
import { createTestApp, type TestApp } from './test-app.ts'

export interface SignInServer extends ForeignServer {
  /** The only one that is registered, with a port that was free when the server started. */
  readonly redirectAddress: string
}

type Host = '127.0.0.1' | '[::1]' | 'localhost'

/** Starts a foreign server whose redirect address has a port of its own, for tests in parallel. */
export async function startSignInServer(
  options: ForeignServerOptions & { readonly redirectHost?: Host } = {},
): Promise<SignInServer> {
  const { port } = new URL(await findClosedPort())
  const redirectAddress =
    options.redirectAddress ?? `http://${options.redirectHost ?? '127.0.0.1'}:${port}/callback`
  const server = await startForeignServer({ ...options, redirectAddress })
  return { ...server, redirectAddress }
}

type Grant = ProfileSettings['grant']

/** Returns the draft of a profile whose user signs in at the server. */
export function signInDraft(
  server: SignInServer,
  changes: Partial<Extract<Grant, { kind: 'authorizationCode' }>> = {},
  more: { readonly scope?: string; readonly keepFresh?: boolean; readonly isPushed?: boolean } = {},
): ProfileDraft {
  const { endpoints, issuer, clientId, clientSecret } = server
  return {
    settings: {
      about: {
        name: 'Foreign',
        presetId: 'any-server',
        keepFresh: more.keepFresh ?? false,
        favourite: false,
      },
      server: {
        issuer,
        tokenEndpoint: endpoints.token_endpoint,
        authorizationEndpoint: endpoints.authorization_endpoint,
        revocationEndpoint: endpoints.revocation_endpoint,
        introspectionEndpoint: endpoints.introspection_endpoint,
        userinfoEndpoint: endpoints.userinfo_endpoint,
        jwksUri: endpoints.jwks_uri,
        ...(more.isPushed === true && {
          pushedAuthorizationRequestEndpoint: endpoints.pushed_authorization_request_endpoint,
        }),
      },
      client: {
        id: clientId,
        authentication:
          clientSecret === undefined ? { method: 'none' } : { method: 'basic', encoding: 'form' },
      },
      grant: {
        kind: 'authorizationCode',
        redirectAddress: server.redirectAddress,
        codeChallengeMethod: 'S256',
        responseMode: 'query',
        expectsIssuer: true,
        sendsOrigin: false,
        ...changes,
      },
      request: {
        scope: more.scope ?? 'openid email',
        bodyFormat: 'form',
        extraParameters: [],
        extraHeaders: [],
      },
    },
    secrets: clientSecret === undefined ? {} : { clientSecret },
  }
}

/** Returns the draft of a profile whose user enters a code at the server. */
export function deviceDraft(server: SignInServer): ProfileDraft {
  const { settings, secrets } = signInDraft(server)
  const { authorizationEndpoint: _, ...addresses } = settings.server
  return {
    settings: {
      ...settings,
      server: {
        ...addresses,
        deviceAuthorizationEndpoint: server.endpoints.device_authorization_endpoint,
      },
      grant: { kind: 'deviceCode' },
    },
    secrets,
  }
}

/** Creates a profile without the form, and shows it. */
export async function showProfile(page: Page, draft: ProfileDraft): Promise<TestApp> {
  const testApp = createTestApp(page)
  await get(page, 'createProfile', { draft })
  // In any language.
  await page.getByRole('button', { name: new RegExp(`^${draft.settings.about.name} `) }).click()
  return testApp
}

/** Signs in at the foreign server's page and stops before the consent. */
export async function enterAccount(page: Page, account = 'ada@foreign.example'): Promise<void> {
  await page.getByLabel('Account').fill(account)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in at the foreign server's page and allows what was asked for. */
export async function signInAndAllow(page: Page, account?: string): Promise<void> {
  await enterAccount(page, account)
  await page.getByRole('button', { name: 'Allow' }).click()
}

/** Resolves with the address that the app opened last, once it has opened `count`. */
export async function openedAddress(browser: SystemBrowser, count = 1): Promise<URL> {
  for (;;) {
    const addresses = await browser.opened()
    const address = addresses[count - 1]
    if (address !== undefined) return new URL(address)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
