import { Failure } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { buildTokenRequest } from '../oauth/token-request.ts'
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
  /** Cancels everything under way, and resolves when all of it has ended. */
  close(): Promise<void>
}

interface UnderWay {
  readonly landed: Promise<Outcome>
  readonly abort: AbortController
}

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

  return {
    fly: async (id, what, by) => {
      // What has landed is not joined any more, even if its callers were not told yet.
      const isUnderWay = book.open(id).live.flight !== null
      const joined = isUnderWay ? underWay.get(id) : undefined
      if (joined !== undefined) return joined.landed
      const flight = depart(id, what, by)
      const abort = new AbortController()
      const landed = run(id, flight, abort.signal)
      underWay.set(id, { landed, abort })
      book.touch(id, { flight: what })
      return landed
    },
    cancel: (id) => underWay.get(id)?.abort.abort(),
    close: async () => {
      isClosing = true
      for (const { abort } of underWay.values()) abort.abort()
      await Promise.allSettled([...underWay.values()].map(({ landed }) => landed))
    },
  }
}
