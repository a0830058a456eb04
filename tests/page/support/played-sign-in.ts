import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PlanOf } from '../../../src/main/engine/run-plans.ts'
import type { SignIn } from '../../../src/main/engine/run-steps.ts'
import type { Outcome } from '../../../src/shared/outcome.ts'
import type { RunProgress } from '../../../src/shared/profile-view.ts'
import type { PasteResult } from '../../../src/shared/sign-in.ts'
import { signInSettings } from '../../support/profiles/sign-in-settings.ts'
import type { MainInNode } from './main-in-node.ts'

type Waiting = Extract<RunProgress, { kind: 'waiting-for-browser' | 'showing-device-code' }>

/** How the sign-in ends: with a token, or without one. */
type End = Outcome | 'token'

/** A sign-in of which the test is the browser, the server and the person. */
export interface PlayedSignIn {
  readonly planOf: PlanOf
  /** What the page shows from now on, also of the sign-in under way. */
  show(progress: Waiting): void
  /** How the next pasted text is judged. */
  judge(result: PasteResult): void
  end(how: End): void
  /** The texts that were pasted. */
  readonly pasted: readonly string[]
}

const minute = 60_000

export const inBrowser = (over: Partial<Extract<Waiting, { kind: 'waiting-for-browser' }>> = {}) =>
  ({
    kind: 'waiting-for-browser',
    host: 'login.example.com',
    isListening: true,
    isOpened: true,
    strayRedirects: 0,
    expiresAt: Date.now() + 10 * minute,
    ...over,
  }) as const

export const byCode = (over: Partial<Extract<Waiting, { kind: 'showing-device-code' }>> = {}) =>
  ({
    kind: 'showing-device-code',
    code: 'WDJB-MJHT',
    address: 'https://login.example.com/device',
    completeAddress: 'https://login.example.com/device?user_code=WDJB-MJHT',
    expiresAt: Date.now() + 15 * minute,
    ...over,
  }) as const

export function playSignIn(first: Waiting): PlayedSignIn {
  let progress = first
  let judged: PasteResult = 'no-code'
  let showAgain = () => {}
  let finish: (how: End) => void = () => {}
  const pasted: string[] = []
  const signIn: SignIn = {
    address: async () => 'https://login.example.com/authorize?client_id=client',
    get code() {
      return progress.kind === 'showing-device-code' ? progress.code : null
    },
    paste: (text) => {
      pasted.push(text)
      return judged
    },
  }
  return {
    pasted,
    show: (next) => {
      progress = next
      showAgain()
    },
    judge: (result) => {
      judged = result
    },
    end: (how) => finish(how),
    planOf: ({ settings }) => ({
      kind: 'plan',
      plan: async (steps) => {
        showAgain = () => steps.show(progress, signIn)
        showAgain()
        const how = await steps.waitFor(
          () =>
            new Promise<End>((resolve) => {
              finish = resolve
            }),
        )
        if (how !== 'token') return how
        steps.show({ kind: 'requesting' })
        const { kind } = settings.grant
        await steps.send({ settings, grant: { kind, proof: { parameters: [], secret: [] } } })
        return null
      },
    }),
  }
}

/** Starts a token endpoint that answers every request with a token. */
export async function startTokenEndpoint(answer: object) {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ access_token: 'an-opaque-token', token_type: 'Bearer', ...answer }))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/token`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Saves a profile whose user signs in with the browser, or with a code. */
export async function createSignInProfile(
  main: MainInNode,
  ...[kind, options, redirectAddress]: Parameters<typeof signInSettings>
): Promise<void> {
  const settings = signInSettings(kind, { name: 'Reports', scope: '', ...options }, redirectAddress)
  const answer = await main.request('createProfile', { draft: { settings, secrets: {} } })
  if (!answer.includes('"ok":true')) throw new Error(answer)
}
