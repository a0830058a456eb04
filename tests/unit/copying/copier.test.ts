import { describe, expect, it } from 'vitest'
import { createCopier } from '../../../src/main/copying/copier.ts'
import { createSecretClipboard } from '../../../src/main/copying/secret-clipboard.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { createFakeClipboard } from '../../support/ports/fake-clipboard.ts'

const minute = 60_000

async function start(settings: Parameters<typeof draftOf>[0] = { keepFresh: false }) {
  const world = await startEngine()
  world.http.serve(rotating)
  const clipboard = createFakeClipboard()
  const keeper = createSecretClipboard({
    clipboard,
    clock: world.clock,
    log: world.log,
    secondsToStay: () => 60,
    key: new Uint8Array(32),
  })
  const window = { hasFocus: true }
  const copier = createCopier({
    engine: world.engine,
    keeper,
    presets,
    reachesOthers: () => window.hasFocus,
  })
  const id = await world.create(draftOf(settings))
  await world.engine.obtain(id)
  return { ...world, clipboard, copier, id, window }
}

describe('copying', () => {
  it('copies a header, a token or a request, and returns when it expires', async () => {
    const { copier, clipboard, id, view } = await start()
    const copied = await copier.copy(id, 'header')
    expect(clipboard.read()).toBe('Authorization: Bearer access-1')
    expect(copied).toEqual({
      expiresAt: view(id).token?.expiresAt,
      renewal: 'not-needed',
      clearedAfter: 60,
    })
    await copier.copy(id, 'token')
    expect(clipboard.read()).toBe('access-1')
    await copier.copy(id, 'javascript')
    expect(clipboard.read()).toContain('"Bearer access-1"')
  })

  it('notes the use of the profile once the copy is there', async () => {
    const { copier, clock, id, view } = await start()
    await clock.advance(minute)
    const before = clock.now()
    await copier.copy(id, 'token')
    expect(view(id).lastUsed).toBe(before)
    await clock.advance(minute)
    await expect(copier.copy('no such profile', 'token')).rejects.toThrow()
    expect(view(id).lastUsed).toBe(before)
  })

  it('renews a token that is about to end first, and copies the new one', async () => {
    const { copier, clipboard, clock, id, sealed } = await start()
    await clock.advance(58 * minute + 1)
    expect(await copier.copy(id, 'token')).toMatchObject({ renewal: 'renewed' })
    expect(clipboard.read()).toBe('access-2')
    expect(sealed(id).token?.accessToken).toBe('access-2')
  })

  it('copies nothing, and throws, when the window lost the focus during the renewal', async () => {
    const { copier, clipboard, clock, http, id, window } = await start()
    await copier.copy(id, 'token')
    await clock.advance(58 * minute + 1)
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const copying = copier.copy(id, 'token')
    await settled()
    window.hasFocus = false
    answer.resolve(json(200, { access_token: 'access-2', token_type: 'Bearer' }))
    await expect(copying).rejects.toMatchObject({ error: { code: 'clipboard-unavailable' } })
    expect(clipboard.read()).toBe('')
    window.hasFocus = true
    await copier.copy(id, 'token')
    expect(clipboard.read()).toBe('access-2')
  })

  it('copies the older token, and reports it, when the renewal fails', async () => {
    const { copier, clipboard, clock, http, id } = await start()
    await clock.advance(58 * minute + 1)
    http.serve(() => json(503, {}))
    expect(await copier.copy(id, 'header')).toMatchObject({ renewal: 'failed' })
    expect(clipboard.read()).toBe('Authorization: Bearer access-1')
  })

  it('asks the API that the profile names, else that of its provider, else a placeholder', async () => {
    const known = await start({ presetId: 'semansys', keepFresh: false })
    await known.copier.copy(known.id, 'curl')
    expect(known.clipboard.read()).toContain("'https://api.semansys.com/'")
    const own = await start({ presetId: 'semansys', apiAddress: 'https://api.example/me' })
    await own.copier.copy(own.id, 'curl')
    expect(own.clipboard.read()).toContain("'https://api.example/me'")
    const unknown = await start({ presetId: 'any-server', keepFresh: false })
    await unknown.copier.copy(unknown.id, 'curl')
    expect(unknown.clipboard.read()).toContain("'https://your-api-address.example/'")
  })

  it('refuses what can’t be written in that form, and leaves the clipboard as it was', async () => {
    const { copier, clipboard, http, id, engine } = await start()
    http.serve(() => json(200, { access_token: 'a{{b}}', token_type: 'Bearer', expires_in: 3600 }))
    await engine.obtain(id)
    clipboard.put('before')
    await expect(copier.copy(id, 'http-file')).rejects.toMatchObject({
      error: { code: 'not-writable-so' },
    })
    expect(clipboard.read()).toBe('before')
    await copier.copy(id, 'curl')
    expect(clipboard.read()).toContain('Bearer a{{b}}')
  })

  it('copies nothing once a lock has begun, even if that waits for the renewal of the token', async () => {
    const { copier, clipboard, clock, http, store, engine, id } = await start()
    store.setPassphrase('seven quiet herons')
    await clock.advance(58 * minute + 1)
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const copying = copier.copy(id, 'header')
    const refused = expect(copying).rejects.toMatchObject({ error: { code: 'vault-locked' } })
    await settled()
    const locking = engine.lock()
    await settled()
    answer.resolve(json(200, { access_token: 'late', token_type: 'Bearer', expires_in: 3600 }))
    await Promise.all([refused, locking])
    expect(clipboard.read()).toBe('')
  })

  it('copies nothing of a profile without a token', async () => {
    const { copier, clipboard, create } = await start()
    const other = await create(draftOf({ name: 'Other' }))
    await expect(copier.copy(other, 'curl')).rejects.toMatchObject({ error: { code: 'no-token' } })
    expect(clipboard.read()).toBe('')
  })
})
