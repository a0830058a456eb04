import { expect, it } from 'vitest'
import type { RedirectListener, RedirectResult } from '../../../src/main/engine/ports.ts'
import { createPlanOf, type PlanTools } from '../../../src/main/engine/run-plans.ts'
import { deferred, startEngine } from '../../support/engine/engine-under-test.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'
import { browserDraft, until } from '../../support/engine/sign-in.ts'
import { createSignInParts } from '../../support/engine/sign-in-parts.ts'
import { createFakeDelay } from '../../support/ports/fake-delay.ts'

const toolsOf = (changes: Partial<PlanTools> = {}): PlanTools => ({
  ...createSignInParts().parts,
  clock: createManualClock(),
  delay: createFakeDelay(),
  rulesOf: () => [],
  ...changes,
})

it('a renewal never has a plan that opens the browser', async () => {
  const { settings } = browserDraft()
  const sealed = { secrets: { clientSecret: 'x' }, secretsRevision: 0, token: null }
  const tokenRun = { settings, sealed, needsSignIn: false, lostAnswers: 0, lastOutcome: null }
  const never = () => {
    throw new Error('nothing may be done')
  }
  const steps = { send: never, poll: never, prepare: never, pause: never, waitFor: never }
  for (const what of ['obtain', 'refresh', 'other-methods'] as const) {
    const choice = createPlanOf(toolsOf())({ ...tokenRun, what, by: 'renewal' })
    if (choice.kind !== 'plan') return expect.fail(choice.kind)
    const silent = { ...steps, show: never, conceal: never, reportSignIn: never }
    await expect(choice.plan(silent)).resolves.toEqual({ kind: 'cancelled' })
  }
})

it('a sign-in that was cancelled ends once its port is free', async () => {
  const closed = deferred<RedirectResult>()
  const redirectListener: RedirectListener = {
    listen: async ({ address }) => ({ kind: 'listening', address, result: closed.promise }),
  }
  const planOf = createPlanOf(toolsOf({ redirectListener }))
  const { engine, create, view } = await startEngine({ planOf })
  const id = await create(browserDraft())
  let isOver = false
  const obtaining = engine.obtain(id).finally(() => {
    isOver = true
  })
  await until(() => view(id).tokenRun?.progress.kind === 'waiting-for-browser')
  engine.cancel(id)
  for (let turn = 0; turn < 20; turn += 1) await settled()
  expect(isOver).toBe(false)
  closed.resolve({ kind: 'cancelled' })
  await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
})
