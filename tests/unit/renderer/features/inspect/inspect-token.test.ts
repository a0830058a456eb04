import { describe, expect, it } from 'vitest'
import { chosenIn, pageBefore } from '../../../../../src/renderer/store/app-state.ts'
import { createAppStore } from '../../../../../src/renderer/store/app-store.ts'
import { requests } from '../../../../../src/shared/contract.ts'
import { maxPasteLength, type TokenContents } from '../../../../../src/shared/token.ts'
import { idOf, noon } from '../../../../support/profiles/views.ts'
import { createFakeBridge } from '../../fake-bridge.ts'
import { makeProfile, makeSnapshot } from '../../make.ts'

const contents: TokenContents = { format: 'opaque', length: 6 }
const pasted = 'a token that somebody pasted'

async function loaded() {
  const asked: string[] = []
  const main = createFakeBridge({
    getSnapshot: () => ({ ok: true, value: makeSnapshot([makeProfile(1)], 5) }),
    inspectToken: ({ text }) => {
      asked.push(text)
      return { ok: true, value: contents }
    },
  })
  const store = createAppStore(main.bridge, { now: () => noon })
  await store.actions.load()
  return { asked, send: store.send, actions: store.actions, now: store.state.getState }
}

describe('inspecting a token', () => {
  it('asks main, and leaves nothing of the text in the store', async () => {
    const { asked, send, now } = await loaded()
    const before = now()
    await expect(send('inspectToken', { text: pasted })).resolves.toEqual({
      ok: true,
      value: contents,
    })
    expect(asked).toEqual([pasted])
    expect(now()).toBe(before)
  })

  it('leads back to the profile it was opened from, while that is there', async () => {
    const { actions, now } = await loaded()
    actions.goTo({ kind: 'inspect', from: idOf(1) })
    expect(chosenIn(now())).toBeNull()
    expect(pageBefore(now())).toEqual({ kind: 'profile', id: idOf(1) })
    actions.goTo({ kind: 'inspect', from: idOf(2) })
    expect(pageBefore(now())).toEqual({ kind: 'nothing' })
  })

  it('is not asked for more than main takes', () => {
    const { input } = requests.inspectToken
    expect(input.safeParse({ text: 'x'.repeat(maxPasteLength) }).success).toBe(true)
    expect(input.safeParse({ text: 'x'.repeat(maxPasteLength + 1) }).success).toBe(false)
  })
})
