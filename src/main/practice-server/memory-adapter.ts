import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/**
 * Creates in-memory storage for an authorization server. It only stores refresh tokens and grants: the
 * access tokens are JWTs, and there are no sign-ins in a browser, so nothing is looked up by user code
 * or session.
 */
export function createMemoryAdapter(): AdapterFactory {
  const entries = new Map<string, Entry>()

  function sweep(): void {
    const now = Date.now()
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key)
  }

  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`
    return {
      upsert: async (id, payload, expiresIn) => {
        sweep()
        const life = expiresIn === undefined ? Number.POSITIVE_INFINITY : expiresIn * 1000
        entries.set(keyOf(id), { payload, expiresAt: Date.now() + life })
      },
      find: async (id) => entries.get(keyOf(id))?.payload,
      findByUserCode: async () => undefined,
      findByUid: async () => undefined,
      // This mark identifies the second use of a refresh token.
      consume: async (id) => {
        const entry = entries.get(keyOf(id))
        if (entry !== undefined) entry.payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        entries.delete(keyOf(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of entries) {
          if (payload.grantId === grantId) entries.delete(key)
        }
      },
    }
  }
}
