import type { ProfileId } from '../../shared/profile.ts'
import type { TokenTest } from '../../shared/token-test.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'
import { readApiAnswer } from '../oauth/response/api-response.ts'
import type { Http, HttpRequest } from './ports.ts'

export interface TokenTrials {
  /** Shows a token to an API: a GET with the header of RFC 6750 §2.1. Follows no redirect. */
  run(
    id: ProfileId,
    address: string,
    accessToken: string,
    secrets: readonly NamedSecret[],
  ): Promise<TokenTest>
  /** Ends the one under way, if there is one, with the outcome `cancelled`. */
  cancel(id: ProfileId): void
  /** Ends all that are under way so. */
  cancelAll(): void
}

/** What a person can read comes first; anything is welcome. */
const accept = 'application/json, text/plain;q=0.9, */*;q=0.8'

function requestTo(url: string, accessToken: string): HttpRequest {
  const headers = { authorization: `Bearer ${accessToken}`, accept }
  return { method: 'GET', url, headers, body: '' }
}

/** Tests of tokens. Nothing of them is kept: neither address nor answer. */
export function createTokenTrials(http: Http): TokenTrials {
  const underWay = new Map<ProfileId, AbortController>()

  return {
    run: async (id, address, accessToken, secrets) => {
      // Who asks anew does not wait for the answer before.
      underWay.get(id)?.abort()
      const own = new AbortController()
      underWay.set(id, own)
      const result = await http.send(requestTo(address, accessToken), own.signal)
      if (underWay.get(id) === own) underWay.delete(id)
      return readApiAnswer(result, secrets)
    },
    cancel: (id) => underWay.get(id)?.abort(),
    cancelAll: () => {
      for (const own of underWay.values()) own.abort()
    },
  }
}
