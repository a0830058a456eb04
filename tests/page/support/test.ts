import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { aboutFrames } from '../../e2e/support/policy-watch.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { type MainInNode, startMainInNode } from './main-in-node.ts'
import { servePage } from './page-server.ts'
import type { PlayedSignIn } from './played-sign-in.ts'

interface WorkerFixtures {
  readonly address: string
}

/** How the key store answers when the app is started. */
export interface KeyStoreAnswer {
  readonly strength: 'strong' | 'weak' | 'none' | 'late'
  /** As with the asynchronous calls of Electron, only a restart asks it again. */
  readonly asksOnce: boolean
  /** Whether there is a profile, saved with a key store that answered. */
  readonly hasProfile: boolean
}

interface TestFixtures {
  /** Plays the token runs, instead of the plans of the grants. */
  readonly played: PlayedSignIn | null
  readonly keyStoreAnswer: KeyStoreAnswer
  /** What the page speaks to. */
  readonly main: MainInNode
  /** The page in the browser, with a bridge to `main` in the place of the preload's. */
  readonly window: Page
  /** Everything that the page's console and its policy complained of, of all pages. */
  readonly complaints: string[]
}

/** Runs in the page before its scripts, as the preload does. */
function putBridge(): void {
  const host = globalThis as unknown as {
    askMain(name: string, input: unknown): Promise<string>
    complain(text: string): void
    tellListeners(text: string): void
  }
  const { askMain, complain } = host
  const listeners = new Set<(text: string) => void>()
  const tokenDesk = {
    request: (name: string, input: unknown) => askMain(name, input),
    subscribe: (listener: (text: string) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.defineProperty(globalThis, 'tokenDesk', { value: Object.freeze(tokenDesk) })
  Object.defineProperty(globalThis, 'tellListeners', {
    value: (text: string) => {
      for (const listener of listeners) listener(text)
    },
  })
  addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI, sample }) =>
      complain(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
    { capture: true },
  )
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  address: [
    async ({}, use) => {
      const server = await servePage()
      await use(server.address)
      await server.close()
    },
    { scope: 'worker' },
  ],

  keyStoreAnswer: [{ strength: 'strong', asksOnce: false, hasProfile: false }, { option: true }],

  played: [null, { option: true }],

  main: async ({ keyStoreAnswer: { strength, asksOnce, hasProfile }, played }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'main-in-node-'))
    const key = randomBytes(32)
    if (hasProfile) {
      const before = await startMainInNode({ folder, keyStore: createFakeKeyStore('strong', key) })
      await before.request('createProfile', { draft: draftOf() })
      await before.close()
    }
    const keyStore = createFakeKeyStore(strength, key, !asksOnce)
    const main = await startMainInNode({
      folder,
      keyStore,
      ...(played && { planOf: played.planOf }),
    })
    await use(main)
    await main.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  complaints: async ({}, use) => {
    await use([])
  },

  window: async ({ page, address, main, complaints }, use) => {
    page.on('console', (message) => {
      const isComplaint = ['error', 'warning'].includes(message.type())
      if (isComplaint && !aboutFrames.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(`${error}`))
    await page.exposeFunction('askMain', main.request)
    await page.exposeFunction('complain', (text: string) => complaints.push(text))
    await page.addInitScript(putBridge)
    main.onEvent((text) => {
      const tell = (said: string) =>
        (globalThis as unknown as { tellListeners(said: string): void }).tellListeners(said)
      // A page that is being left gets no more events.
      page.evaluate(tell, text).catch(() => undefined)
    })
    main.onRenew(() => {
      page.goto(address).catch(() => undefined)
    })
    await page.goto(address)
    await use(page)
    main.onEvent(() => {})
  },
})

export { expect } from '@playwright/test'
