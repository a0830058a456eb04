import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { withoutSecrets } from '../oauth/jwt/hidden-claims.ts'
import { readJwt } from '../oauth/jwt/jwt.ts'
import { readPasted } from '../oauth/jwt/pasted-token.ts'
import { readApiAnswer } from '../oauth/response/api-response.ts'
import type { Copyable, Engine } from './engine-api.ts'
import type { EngineClock, Http, HttpRequest } from './ports.ts'
import type { Profiles } from './profiles.ts'
import { namedSecrets, type StoredToken } from './stored-profile.ts'

interface Parts {
  readonly profiles: Pick<Profiles, 'open' | 'touch'>
  readonly http: Http
  readonly clock: EngineClock
}

/** Reads, copies and tests tokens. */
interface TokenUse
  extends Pick<
    Engine,
    | 'testToken'
    | 'cancelTest'
    | 'recordUse'
    | 'readToken'
    | 'inspect'
    | 'header'
    | 'accessToken'
    | 'secretValues'
  > {
  /** Cancels every test under way. */
  cancelAllTests(): void
}

/** Human-readable formats first; any other is accepted. */
const accept = 'application/json, text/plain;q=0.9, */*;q=0.8'

/** A GET with the header of RFC 6750 §2.1. */
function testRequest(url: string, accessToken: string): HttpRequest {
  const headers = { authorization: `Bearer ${accessToken}`, accept }
  return { method: 'GET', url, headers, body: '' }
}

/** Nothing of a test is kept: neither the address nor the response. */
export function createTokenUse({ profiles, http, clock }: Parts): TokenUse {
  const tests = new Map<ProfileId, AbortController>()

  function tokenOf(id: ProfileId): StoredToken {
    const { token } = profiles.open(id).sealed
    if (token === null) throw new Failure({ code: 'no-token' })
    return token
  }

  function copyable({ expiresAt }: StoredToken, text: string): Copyable {
    return { text, expiresAt }
  }

  return {
    testToken: async (id, address) => {
      const { accessToken } = tokenOf(id)
      const secrets = namedSecrets(profiles.open(id).sealed)
      // A second test does not wait for the response to the first.
      tests.get(id)?.abort()
      const own = new AbortController()
      tests.set(id, own)
      const result = await http.send(testRequest(address, accessToken), own.signal)
      if (tests.get(id) === own) tests.delete(id)
      return readApiAnswer(result, secrets)
    },
    cancelTest: (id) => tests.get(id)?.abort(),
    cancelAllTests: () => {
      for (const own of tests.values()) own.abort()
    },
    recordUse: (id) => profiles.touch(id, { lastUsed: clock.now() }),
    readToken: (id) => {
      const { accessToken, clockOffset } = tokenOf(id)
      // The times in a token are by the server's clock.
      const contents = readJwt(accessToken, clock.now() + (clockOffset ?? 0))
      return withoutSecrets(contents, namedSecrets(profiles.open(id).sealed))
    },
    inspect: (text) => readPasted(text, clock.now()),
    header: (id) => copyable(tokenOf(id), `Authorization: Bearer ${tokenOf(id).accessToken}`),
    accessToken: (id) => copyable(tokenOf(id), tokenOf(id).accessToken),
    secretValues: (id) =>
      namedSecrets(profiles.open(id).sealed).flatMap(({ value }) => value || []),
  }
}
