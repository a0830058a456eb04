import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`
const seconds = (instant: number) => Math.floor(instant / second)

interface Server {
  /** By how many milliseconds its clock is ahead. */
  readonly ahead: number
  readonly tellsDate?: boolean
  readonly expiresIn?: number
  /** Milliseconds of life by the JWT's own dates; none: the token is no JWT. */
  readonly life?: number
  /** Milliseconds until the JWT may be used. */
  readonly opensIn?: number
  /** Milliseconds until the answer arrives. */
  readonly takes?: number
}

/** An engine that has asked such a server, and when it did. */
async function ask({ ahead, tellsDate = true, expiresIn, life, opensIn = 0, takes = 0 }: Server) {
  const world = await startEngine()
  const { clock, http } = world
  const sentAt = clock.now()
  http.serve(() => {
    const there = clock.now() + ahead
    clock.set(clock.now() + takes)
    const claims = {
      iat: seconds(there),
      nbf: seconds(there + opensIn),
      exp: seconds(there + (life ?? 0)),
    }
    const answer = json(200, {
      access_token: life === undefined ? 'opaque' : jwt(claims),
      token_type: 'Bearer',
      ...(expiresIn === undefined ? {} : { expires_in: expiresIn }),
    })
    const date = tellsDate ? { Date: new Date(there).toUTCString() } : {}
    return { ...answer, headers: { ...answer.headers, ...date } }
  })
  const id = await world.create(draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' }))
  await world.engine.obtain(id)
  return { ...world, id, sentAt, token: world.view(id).token }
}

describe('a wrong clock of this computer', () => {
  it('is seen by the Date of the answer, and said', async () => {
    expect((await ask({ ahead: 2 * hour, expiresIn: 3600 })).token?.clockOffset).toBe(2 * hour)
    expect((await ask({ ahead: -2 * hour, expiresIn: 3600 })).token?.clockOffset).toBe(-2 * hour)
  })

  it('is no news if it is right within a minute', async () => {
    expect((await ask({ ahead: 50 * second, expiresIn: 3600 })).token?.clockOffset).toBeNull()
  })

  it('is measured at the middle between request and answer', async () => {
    const { token } = await ask({ ahead: hour, expiresIn: 3600, takes: 20 * second })
    expect(token?.clockOffset).toBe(hour - 10 * second)
  })

  it('is found by the dates of a new JWT if the server sends no Date', async () => {
    const asked = { ahead: 2 * hour, tellsDate: false, expiresIn: 3600 }
    expect((await ask({ ...asked, life: hour })).token?.clockOffset).toBe(2 * hour)
    const older = { ...asked, ahead: -2 * hour, life: 2 * hour }
    expect((await ask(older)).token?.clockOffset).toBeNull()
    expect((await ask(asked)).token?.clockOffset).toBeNull()
  })

  it.each([2 * hour, -2 * hour])(
    'is allowed for if only the JWT has an expiry: %d ms',
    async (ahead) => {
      const { token, sentAt } = await ask({ ahead, life: hour })
      expect(token).toMatchObject({ expiresAt: sentAt + hour, expiryFrom: 'jwt' })
    },
  )

  it('is found by a JWT from the future if there is no other time', async () => {
    const { token, sentAt } = await ask({ ahead: 2 * hour, tellsDate: false, life: hour })
    expect(token).toMatchObject({
      clockOffset: 2 * hour,
      expiresAt: sentAt + hour,
      expiryFrom: 'jwt',
    })
  })

  it('is not found by a JWT from the past if there is no other time', async () => {
    const { token } = await ask({ ahead: -30 * minute, tellsDate: false, life: hour })
    expect(token).toMatchObject({ clockOffset: null, expiryFrom: 'jwt' })
  })

  it('does not make a token ended that has a life before it', async () => {
    const { token, sentAt, clock, http } = await ask({ ahead: -2 * hour, life: hour })
    expect(token?.expiresAt).toBe(sentAt + hour)
    await clock.advance(54 * minute - 1)
    expect(http.requests).toHaveLength(1)
    await clock.advance(1)
    expect(http.requests).toHaveLength(2)
  })

  it('does not make a token live that has ended', async () => {
    const { token } = await ask({ ahead: 2 * hour, life: -minute })
    expect(token).toMatchObject({ expiresAt: null, expiryFrom: 'unknown' })
  })

  it('does not change a life given in seconds', async () => {
    const { token, sentAt } = await ask({ ahead: 2 * hour, expiresIn: 1800 })
    expect(token).toMatchObject({ expiresAt: sentAt + 30 * minute, expiryFrom: 'expires_in' })
  })

  it('does not make a token that just begins look as if it may not be used yet', async () => {
    const { engine, id } = await ask({ ahead: 2 * hour, life: hour })
    expect(engine.readToken(id)).toMatchObject({ format: 'jwt', notes: [] })
    const early = await ask({ ahead: -2 * hour, life: hour, opensIn: hour })
    expect(early.engine.readToken(early.id)).toMatchObject({ notes: ['not-yet-valid'] })
  })
})
