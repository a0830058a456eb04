import type { ProfileDraft, ProfileId } from '../../../src/shared/profile.ts'
import type { SettingsOptions } from '../profiles/settings.ts'
import { encoded, jwtOf } from '../tokens/make-token.ts'
import { draftOf } from './drafts.ts'
import { startEngine } from './engine-under-test.ts'
import { settled } from './manual-clock.ts'

// Loaded here, so that no test waits for a file at its first sign-in.
import '../../../src/main/engine/id-token-doubt.ts'
import '../../../src/main/engine/sign-in-plan.ts'

export const issuer = 'https://auth.example'

/** The draft of a profile that is signed in to with the browser, as a public client. */
export const browserDraft = (
  changes: Partial<SettingsOptions> = {},
  secrets: ProfileDraft['secrets'] = {},
): ProfileDraft =>
  draftOf({ grantType: 'authorizationCode', clientAuthentication: 'none', ...changes }, secrets)

/** Waits until something has happened: a digest is computed beside the thread of the test. */
export async function until(isThere: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!isThere() && performance.now() < end) await settled()
  if (!isThere()) throw new Error('it did not happen')
}

/** An engine, and a profile whose sign-in waits for the browser. */
export async function startSignIn(
  changes: Partial<SettingsOptions> = {},
  beginning: Parameters<typeof startEngine>[0] = {},
  secrets: ProfileDraft['secrets'] = {},
) {
  const world = await startEngine(beginning)
  const id = await world.create(browserDraft(changes, secrets))
  return { ...world, id, ...(await signInTo(world, id)) }
}

type World = Awaited<ReturnType<typeof startEngine>>

/** Begins a sign-in, and waits until the browser was opened. */
export async function signInTo(
  { engine, browser, view }: World,
  id: ProfileId,
  begin: () => Promise<unknown> = () => engine.obtain(id),
) {
  const before = browser.opened.length
  const obtaining = begin() as ReturnType<World['engine']['obtain']>
  const isWaiting = () => view(id).tokenRun?.progress.kind === 'waiting-for-browser'
  await until(() => browser.opened.length > before && isWaiting())
  return { obtaining }
}

export const waiting = ({ view }: Pick<World, 'view'>, id: ProfileId) => {
  const progress = view(id).tokenRun?.progress
  return progress?.kind === 'waiting-for-browser' ? progress : null
}

interface Claims {
  readonly [name: string]: unknown
}

/** An ID token of the test server, for an hour from the beginning of the manual clock on. */
export function idTokenOf(claims: Claims): string {
  const now = Date.UTC(2026, 0, 1) / 1000
  const all = { iss: issuer, sub: 'ada', aud: 'the-client', iat: now, exp: now + 3600, ...claims }
  return jwtOf(JSON.stringify(all))
}

export { encoded }
