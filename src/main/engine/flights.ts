import { Failure } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { buildTokenRequest } from '../oauth/token-request.ts'
import { fingerprintOf } from './fingerprint.ts'
import { chooseObtain, chooseRefresh } from './grant-choice.ts'
import { type Flight, land, outcomeOf, readResult } from './landing.ts'
import type { EngineClock, Http, Log, Random } from './ports.ts'
import type { ProfileBook } from './profile-book.ts'

interface Parts {
  readonly book: ProfileBook
  readonly http: Http
  readonly clock: EngineClock
  readonly random: Random
  readonly log: Log
}

export interface Flights {
  /**
   * Sends the profile's request, or joins the one under way, and resolves when what
   * came of it is kept. Throws `secrets-missing`, and what the book throws.
   */
  fly(id: ProfileId, what: ActivityEntry['what'], by: ActivityEntry['by']): Promise<Outcome>
  cancel(id: ProfileId): void
  /**
   * Sends nothing more, and resolves when everything under way has ended. What has not
   * after five seconds is cancelled: an answer that is thrown away may have been the only
   * one with the new refresh token.
   */
  close(): Promise<void>
}

interface UnderWay {
  readonly flight: Flight
  readonly landed: Promise<Outcome>
  readonly abort: AbortController
}

/** Milliseconds that an answer is waited for when the app is closed. */
const patienceAtClose = 5000

/** Requests under way: never more than one a profile, shared by all who ask. */
export function createFlights({ book, http, clock, random, log }: Parts): Flights {
  const underWay = new Map<ProfileId, UnderWay>()
  let isClosing = false

  function depart(id: ProfileId, what: Flight['what'], by: Flight['by']): Flight {
    const { live, sealed } = book.open(id)
    const { settings, needsSignIn } = live.stored
    const choose = what === 'obtain' ? chooseObtain : chooseRefresh
    const choice = choose({ settings, needsSignIn, sealed })
    if (choice.kind === 'secrets-missing') {
      throw new Failure({ code: 'secrets-missing', names: [...choice.names] })
    }
    return { what, by, grant: choice.grant, settings, needsSignIn, sealed, sentAt: clock.now() }
  }

  async function travel(id: ProfileId, flight: Flight, signal: AbortSignal): Promise<Outcome> {
    const request = buildTokenRequest(flight.settings, flight.sealed.secrets, flight.grant)
    const result = await http.send(request, signal)
    const now = clock.now()
    const reading = readResult(result, flight, now)
    const outcome = outcomeOf(reading)
    log.info('token-request-ended', {
      profileId: id,
      outcome: outcome.kind,
      milliseconds: now - flight.sentAt,
    })
    // Quitting the app is nothing that happened to the profile.
    if (isClosing && outcome.kind === 'cancelled') {
      book.touch(id, { flight: null })
      return outcome
    }
    const facts = { now, jitter: random.fraction() }
    const touch = { flight: null, retryFraction: random.fraction() }
    const isKept = await book.keep(id, (stored) => land(stored, flight, reading, facts), touch)
    return isKept ? outcome : { kind: 'cancelled' }
  }

  async function run(id: ProfileId, flight: Flight, signal: AbortSignal): Promise<Outcome> {
    try {
      return await travel(id, flight, signal)
    } catch (cause) {
      book.touch(id, { flight: null })
      throw cause
    } finally {
      if (underWay.get(id)?.abort.signal === signal) underWay.delete(id)
    }
  }

  /** Whether the profile would send the same request now. */
  function isCurrent(id: ProfileId, { flight }: UnderWay): boolean {
    const { live, sealed } = book.open(id)
    const sent = fingerprintOf(flight.settings, flight.sealed.secretsRevision)
    return sent === fingerprintOf(live.stored.settings, sealed.secretsRevision)
  }

  /** Waits for a request that the profile would not send any more. */
  async function outlast({ flight, landed, abort }: UnderWay): Promise<void> {
    // A refresh is left to its end: its answer may hold the only good refresh token.
    if (flight.grant.grantType !== 'refresh_token') abort.abort()
    await landed.catch(() => undefined)
  }

  async function fly(id: ProfileId, what: Flight['what'], by: Flight['by']): Promise<Outcome> {
    if (isClosing) return { kind: 'cancelled' }
    // What has landed is not joined any more, even if its callers were not told yet.
    const isUnderWay = book.open(id).live.flight !== null
    const current = isUnderWay ? underWay.get(id) : undefined
    if (current !== undefined && isCurrent(id, current)) return current.landed
    if (current !== undefined) {
      await outlast(current)
      return fly(id, what, by)
    }
    const flight = depart(id, what, by)
    const abort = new AbortController()
    const landed = run(id, flight, abort.signal)
    underWay.set(id, { flight, landed, abort })
    book.touch(id, { flight: what })
    return landed
  }

  return {
    fly,
    cancel: (id) => underWay.get(id)?.abort.abort(),
    close: async () => {
      isClosing = true
      const stop = clock.after(patienceAtClose, () => {
        for (const { abort } of underWay.values()) abort.abort()
      })
      await Promise.allSettled([...underWay.values()].map(({ landed }) => landed))
      stop()
    },
  }
}
