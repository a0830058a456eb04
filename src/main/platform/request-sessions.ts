import { type Session, session } from 'electron'
import { createSessionPool, type SessionPool } from './session-pool.ts'

let made = 0

/**
 * Electron keeps a session until the app ends, whether or not anything refers to it. So a storm of
 * renewals, after the computer was asleep, must not make as many as there are profiles: each costs
 * 0.7 MB. With at most six requests to one host at once, these serve ten servers that do not respond.
 */
const maxSessions = 64

async function open(): Promise<Session> {
  made += 1
  const own = session.fromPartition(`token-endpoints-${made}`, { cache: false })
  // Soon after the start of the app a new session may not know the proxy yet, and goes past
  // it: 10 of 75 first requests did, measured on a busy computer, and 0 of 50 after this.
  await own.forceReloadProxyConfig()
  return own
}

/**
 * A session for each request that is under way: in memory, without a cache, no cookie and no
 * login to inherit, and no connection that two requests share. When one comes back, what is left
 * of its connections is closed before it is lent again.
 */
export function createRequestSessions(): SessionPool<Session> {
  return createSessionPool({ open, clean: (own) => own.closeAllConnections(), max: maxSessions })
}
