import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../src/main/engine/fingerprint.ts'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { sized } from '../../support/deep.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, repeating, startEngine } from '../../support/engine/engine-under-test.ts'
import type { RawAnswer } from '../../support/engine/fake-http.ts'
import { optionsOf, withSettings } from '../../support/profiles/settings.ts'

const second = 1000
const minute = 60 * second
/** Profiles of a large installation. */
const many = sized({ usual: 1_000, deep: 10_000 })

const client = draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' })

type World = Awaited<ReturnType<typeof startEngine>>

/** Serves tokens after a while, and counts per host what is under way at most, and in all. */
function countUnderWay({ http, clock }: World, takes: (host: string) => number) {
  const now: Record<string, number> = {}
  const most: Record<string, number> = {}
  const total: Record<string, number> = {}
  http.serve(async ({ url }, index) => {
    const { host } = new URL(url)
    now[host] = (now[host] ?? 0) + 1
    total[host] = (total[host] ?? 0) + 1
    most[host] = Math.max(most[host] ?? 0, now[host])
    const answer = deferred<undefined>()
    clock.after(takes(host), () => answer.resolve(undefined))
    await answer.promise
    now[host] -= 1
    return repeating(null, index)
  })
  return { most, total }
}

function withRefreshToken(profile: StoredProfile, refreshEndpoint: string): StoredProfile {
  const { sealed, settings } = profile
  if (sealed === 'locked' || sealed.token === null) throw new Error('there is no token')
  const changed = withSettings(settings, { refreshEndpoint })
  const fingerprint = fingerprintOf(changed, sealed.secretsRevision)
  const token = { ...sealed.token, refreshToken: 'refresh', fingerprint }
  return { ...profile, settings: changed, sealed: { ...sealed, token } }
}

describe('with many profiles', () => {
  const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

  /** Profiles whose tokens all end at once, on the given hosts in turn. */
  async function stored(count: number, hosts: readonly string[]): Promise<StoredProfile[]> {
    const { create, store, engine, http } = await startEngine()
    http.serve(repeating)
    const id = await create(client)
    await engine.obtain(id)
    await engine.close()
    const model = store.durable.get(id)
    if (model === undefined || model.sealed === 'locked') throw new Error('no model')
    const { settings } = model
    return Array.from({ length: count }, (_, index) => {
      const tokenEndpoint = `https://${hosts[index % hosts.length]}/token`
      return { ...model, id: idOf(index), settings: withSettings(settings, { tokenEndpoint }) }
    })
  }

  it('at most six at a time ask one host, first come first served', async () => {
    const world = await startEngine({ stored: await stored(20, ['a.example']) })
    const answers = Array.from({ length: 20 }, () => deferred<RawAnswer>())
    world.http.serve((_, index) => answers[index]?.promise ?? { status: 500 })
    await world.clock.advance(54 * minute)
    expect(world.http.requests).toHaveLength(6)
    answers[3]?.resolve(repeating(null, 3))
    await world.clock.advance(0)
    expect(world.http.requests).toHaveLength(7)
    for (const [index, answer] of answers.entries()) answer.resolve(repeating(null, index))
    await world.clock.advance(0)
    expect(world.http.requests).toHaveLength(20)
    const order = world.changes.flatMap(({ profiles }) =>
      profiles.filter(({ tokenRun }) => tokenRun !== null).map(({ id }) => id),
    )
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => idOf(index)))
  })

  it('a slow host does not hold up another', async () => {
    const world = await startEngine({ stored: await stored(20, ['slow.example', 'b.example']) })
    world.http.serve(({ url }, index) =>
      url.includes('slow') ? deferred<RawAnswer>().promise : repeating(null, index),
    )
    await world.clock.advance(54 * minute)
    const hosts = world.http.requests.map(({ url }) => new URL(url).host)
    expect(hosts.filter((host) => host === 'slow.example')).toHaveLength(6)
    expect(hosts.filter((host) => host === 'b.example')).toHaveLength(10)
  })

  it('a queued profile that the user refreshes meanwhile leaves the queue', async () => {
    const world = await startEngine({ stored: await stored(7, ['a.example']) })
    const answers = Array.from({ length: 6 }, () => deferred<RawAnswer>())
    world.http.serve((_, index) => answers[index]?.promise ?? repeating(null, index))
    await world.clock.advance(54 * minute)
    await world.engine.refresh(idOf(6))
    expect(world.http.requests).toHaveLength(7)
    for (const [index, answer] of answers.entries()) answer.resolve(repeating(null, index))
    await world.clock.advance(minute)
    expect(world.http.requests).toHaveLength(7)
  })

  it('a queued profile whose host changes goes to the end of the new host’s queue', async () => {
    const hosts = ['a.example', 'b.example']
    const world = await startEngine({ stored: await stored(20, hosts) })
    const counts = countUnderWay(world, () => minute)
    await world.clock.advance(54 * minute)
    const moved = idOf(18)
    const tokenEndpoint = 'https://b.example/token'
    await world.engine.update(moved, draftOf({ ...optionsOf(client.settings), tokenEndpoint }, {}))
    await world.clock.advance(5 * minute)
    expect(world.http.requests).toHaveLength(20)
    expect(counts.total).toEqual({ 'a.example': 9, 'b.example': 11 })
    expect(counts.most).toEqual({ 'a.example': 6, 'b.example': 6 })
  })

  it('profiles with a separate refresh endpoint count for that host', async () => {
    const profiles = (await stored(20, ['a.example', 'b.example'])).map((profile) =>
      withRefreshToken(profile, 'https://refresh.example/token'),
    )
    const world = await startEngine({ stored: profiles })
    const counts = countUnderWay(world, () => minute)
    await world.clock.advance(60 * minute)
    expect(counts.total).toEqual({ 'refresh.example': 20 })
    expect(counts.most).toEqual({ 'refresh.example': 6 })
  })

  it(`${many} are kept fresh with one timer`, async () => {
    const hosts = Array.from({ length: 100 }, (_, index) => `h${index}.example`)
    const world = await startEngine({ stored: await stored(many, hosts) })
    world.http.serve(repeating)
    expect(world.clock.armed()).toHaveLength(1)
    await world.clock.advance(54 * minute)
    expect(world.http.requests).toHaveLength(many)
    expect(world.clock.armed()).toHaveLength(1)
    const renewed = world.engine.profiles().filter(({ activity }) => activity[0]?.by === 'renewal')
    expect(renewed).toHaveLength(many)
  }, 60_000)

  it(`${many} that are due together are renewed once each, six at a time, none forgotten`, async () => {
    const hosts = ['slow.example', 'b.example', 'c.example', 'd.example']
    const world = await startEngine({ stored: await stored(many, hosts) })
    const counts = countUnderWay(world, (host) => (host === 'slow.example' ? 5000 : 20))
    const due = world.clock.now() + 54 * minute
    // A quarter of them is on the slow host, which serves six in five seconds.
    await world.clock.advance(54 * minute + (many / 4) * second)
    expect(counts.most).toEqual({
      'slow.example': 6,
      'b.example': 6,
      'c.example': 6,
      'd.example': 6,
    })
    const ended = world.changes.flatMap(({ profiles }) =>
      profiles.filter(({ tokenRun }) => tokenRun === null).map(({ id }) => id),
    )
    expect(ended).toHaveLength(many)
    expect(new Set(ended).size).toBe(many)
    // The fast hosts do not wait for the slow one: 2,500 at six in 20 ms are done in 9 s.
    const late = world.engine
      .profiles()
      .filter(({ activity: [last] }) => (last?.at ?? 0) > due + 10 * second)
    expect(
      new Set(late.map(({ settings }) => new URL(optionsOf(settings).tokenEndpoint).host)),
    ).toEqual(new Set(['slow.example']))
  }, 120_000)

  it('each change announces only the profile that changed', async () => {
    const world = await startEngine({ stored: await stored(100, ['a.example']) })
    world.http.serve(repeating)
    await world.clock.advance(54 * minute)
    expect(world.changes).toHaveLength(200)
    expect(new Set(world.changes.map(({ profiles }) => profiles.length))).toEqual(new Set([1]))
  })
})
