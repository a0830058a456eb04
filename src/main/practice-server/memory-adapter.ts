import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly model: string
  readonly payload: AdapterPayload
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

interface Limits {
  /** The least recently used entries are dropped beyond it. */
  readonly maxEntries?: number
}

/**
 * How long an entry is kept after its expiry. The provider checks the expiry itself; without the
 * entry it could not say that a device code has expired (RFC 8628 §3.5 `expired_token`).
 */
const keptAfterExpiry = 10 * 60_000

/**
 * Creates in-memory storage for an authorization server: sign-ins under way, sessions, codes, refresh
 * tokens and grants. Access tokens are JWTs, which are not stored.
 */
export function createMemoryAdapter({ maxEntries = 5000 }: Limits = {}): AdapterFactory {
  const entries = new Map<string, Entry>()

  function sweep(): void {
    const now = Date.now()
    for (const [key, { expiresAt }] of entries) {
      if (expiresAt + keptAfterExpiry <= now) entries.delete(key)
    }
  }

  /** The order of a Map is that of insertion: the first entry is the least recently used. */
  function put(key: string, entry: Entry): void {
    entries.delete(key)
    entries.set(key, entry)
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break
      entries.delete(oldest)
    }
  }

  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`

    function take(key: string): AdapterPayload | undefined {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      if (entry.expiresAt + keptAfterExpiry <= Date.now()) {
        entries.delete(key)
        return undefined
      }
      put(key, entry)
      return entry.payload
    }

    async function findWith(name: 'uid' | 'userCode', value: string) {
      for (const [key, entry] of entries) {
        if (entry.model === model && entry.payload[name] === value) return take(key)
      }
      return undefined
    }

    return {
      upsert: async (id, payload, expiresIn) => {
        sweep()
        const life = expiresIn === undefined ? Number.POSITIVE_INFINITY : expiresIn * 1000
        put(keyOf(id), { model, payload, expiresAt: Date.now() + life })
      },
      find: async (id) => take(keyOf(id)),
      findByUserCode: (userCode) => findWith('userCode', userCode),
      findByUid: (uid) => findWith('uid', uid),
      // This mark identifies the second use of a code or of a refresh token.
      consume: async (id) => {
        const payload = take(keyOf(id))
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        entries.delete(keyOf(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, entry] of entries) {
          if (entry.model === model && entry.payload.grantId === grantId) entries.delete(key)
        }
      },
    }
  }
}
