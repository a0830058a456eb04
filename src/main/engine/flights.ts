import { Failure } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { buildTokenRequest } from '../oauth/token-request.ts'
import { fingerprintOf } from './fingerprint.ts'
import {
  type Flight,
  type FlownLeg,
  type FlownLegs,
  type Leg,
  lastOf,
  outcomeOf,
} from './flight.ts'
import { type FlightPlan, planFlight } from './flight-plan.ts'
import { reportMaker } from './flight-report.ts'
import { travel } from './journey.ts'
import { doubtsAfter, land, outcomeOfFlight } from './landing.ts'
import { readResult } from './leg-reading.ts'
import type { EngineClock, Http, Log, Random, RulesOf } from './ports.ts'
import type { ProfileBook } from './profile-book.ts'
import type { StoredProfile } from './stored-profile.ts'

interface Parts {
  readonly book: ProfileBook
  readonly http: Http
  readonly clock: EngineClock
  readonly random: Random
  readonly log: Log
  readonly rulesOf: RulesOf
}

export interface Flights {
  /**
   * Sends what the profile asks for, or joins what is under way, and resolves when what
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
  /**
   * Sends nothing more until `resume`, and resolves when everything under way has ended. A
   * refresh comes to its own end; what brings no new refresh token is cancelled.
   */
  pause(): Promise<void>
  resume(): void
}

interface UnderWay {
  readonly flight: Flight
  readonly abort: AbortController
  /** The request that is waited for. */
  leg: Leg
}

type Departure = Extract<FlightPlan, { kind: 'legs' }>

/** Milliseconds that an answer is waited for when the app is closed. */
const patienceAtClose = 5000

/** How long a profile is left alone after a flight that ran into a bug. */
const restAfterBug = 30 * 60_000

/** Flights: never more than one a profile, shared by all who ask. */
export function createFlights({ book, http, clock, random, log, rulesOf }: Parts): Flights {
  const underWay = new Map<ProfileId, UnderWay & { readonly landed: Promise<Outcome> }>()
  let isStopped = false
  let isClosed = false

  function flightOf(id: ProfileId, what: Flight['what'], by: Flight['by']): Flight {
    const { live, sealed } = book.open(id)
    const { settings, needsSignIn, lostAnswers, activity } = live.stored
    const lastOutcome = activity[0]?.outcome ?? null
    return { what, by, settings, needsSignIn, lostAnswers, sealed, lastOutcome }
  }

  /** Whether the profile would send the same request now. */
  function isCurrent(id: ProfileId, { settings, sealed }: Flight): boolean {
    const stored = book.find(id)?.stored
    if (stored === undefined || stored.sealed === 'locked') return false
    const sent = fingerprintOf(settings, sealed.secretsRevision)
    return sent === fingerprintOf(stored.settings, stored.sealed.secretsRevision)
  }

  async function flyLeg(id: ProfileId, current: UnderWay, leg: Leg): Promise<FlownLeg> {
    const { flight, abort } = current
    current.leg = leg
    const request = buildTokenRequest(leg.settings, flight.sealed.secrets, leg.grant)
    const sentAt = clock.now()
    const result = await http.send(request, abort.signal)
    const arrivedAt = clock.now()
    const rules = rulesOf(leg.settings.presetId)
    const reading = readResult(result, flight, leg, arrivedAt, rules)
    const flown = { ...leg, request, sentAt, arrivedAt, result, reading }
    log.info('token-request-ended', {
      profileId: id,
      outcome: outcomeOf(flown).kind,
      milliseconds: arrivedAt - sentAt,
    })
    return flown
  }

  /**
   * Nobody asks what was wrong with a renewal that worked, and what is kept of ten thousand
   * would be large. A bug in what is made for a support desk must not cost a token.
   */
  function reportFor(id: ProfileId, flight: Flight, legs: FlownLegs): (() => string) | null {
    if (flight.by === 'renewal' && outcomeOf(lastOf(legs)).kind === 'obtained') return null
    try {
      // The other ways break what a provider documents; the way that it does may be before them.
      const before = flight.what === 'other-ways' ? book.find(id)?.report : null
      return reportMaker(flight, legs, before ?? null)
    } catch (cause) {
      log.incident('report-failed', cause)
      return null
    }
  }

  /** Quitting or locking is nothing that happened to the profile, but a refresh may be lost by it. */
  async function landAtClose(id: ProfileId, flight: Flight, legs: FlownLegs): Promise<void> {
    const doubtful = (stored: StoredProfile) => ({
      ...stored,
      ...doubtsAfter(stored, flight, legs),
    })
    const stored = book.find(id)?.stored
    const isDoubted = stored !== undefined && doubtful(stored).lostAnswers > stored.lostAnswers
    if (isDoubted) await book.keep(id, doubtful, { flight: null })
    else book.touch(id, { flight: null })
  }

  async function cross(id: ProfileId, plan: Departure, current: UnderWay): Promise<Outcome> {
    const { flight, abort } = current
    const legs = await travel({
      first: plan.first,
      route: plan.route,
      fly: (leg) => flyLeg(id, current, leg),
      mayGoOn: () => !(isStopped || abort.signal.aborted) && isCurrent(id, flight),
    })
    const outcome = outcomeOfFlight(flight, legs)
    // A password that was sent is known to have been, so that it is not sent again by itself.
    const isPassword = lastOf(legs).grant.grantType === 'password'
    if (isStopped && outcome.kind === 'cancelled' && !isPassword) {
      await landAtClose(id, flight, legs)
      return outcome
    }
    const facts = { now: clock.now(), jitter: random.fraction() }
    const report = reportFor(id, flight, legs)
    const isUse = flight.by === 'user' && outcome.kind === 'obtained'
    const use = isUse ? { lastUsed: facts.now } : {}
    const touch = {
      flight: null,
      retryFraction: random.fraction(),
      notBefore: 0,
      report,
      ...use,
    }
    const isKept = await book.keep(id, (stored) => land(stored, flight, legs, facts), touch)
    return isKept ? outcome : { kind: 'cancelled' }
  }

  async function run(id: ProfileId, plan: Departure, current: UnderWay): Promise<Outcome> {
    try {
      return await cross(id, plan, current)
    } catch (cause) {
      book.touch(id, { flight: null, notBefore: clock.now() + restAfterBug })
      throw cause
    } finally {
      if (underWay.get(id)?.abort === current.abort) underWay.delete(id)
    }
  }

  async function fly(id: ProfileId, what: Flight['what'], by: Flight['by']): Promise<Outcome> {
    if (isStopped) return { kind: 'cancelled' }
    // What has landed is not joined any more, even if its callers were not told yet.
    const isUnderWay = book.open(id).live.flight !== null
    const before = isUnderWay ? underWay.get(id) : undefined
    if (before !== undefined && isCurrent(id, before.flight)) return before.landed
    if (before !== undefined) {
      // A refresh is left to its end: its answer may hold the only good refresh token.
      if (before.leg.grant.grantType !== 'refresh_token') before.abort.abort()
      await before.landed.catch(() => undefined)
      return fly(id, what, by)
    }
    const flight = flightOf(id, what, by)
    const plan = planFlight(flight)
    if (plan.kind === 'secrets-missing') {
      throw new Failure({ code: 'secrets-missing', names: [...plan.names] })
    }
    const current: UnderWay = { flight, abort: new AbortController(), leg: plan.first }
    const landed = run(id, plan, current)
    underWay.set(id, Object.assign(current, { landed }))
    // From here on: a change while the request is under way is news to the next attempt.
    book.touch(id, { flight: what, networkChanged: false })
    return landed
  }

  async function allLanded(): Promise<void> {
    await Promise.allSettled([...underWay.values()].map(({ landed }) => landed))
  }

  return {
    fly,
    cancel: (id) => underWay.get(id)?.abort.abort(),
    close: async () => {
      isClosed = true
      isStopped = true
      const stop = clock.after(patienceAtClose, () => {
        for (const { abort } of underWay.values()) abort.abort()
      })
      await allLanded()
      stop()
    },
    pause: async () => {
      isStopped = true
      for (const { abort, leg } of underWay.values()) {
        if (leg.grant.grantType !== 'refresh_token') abort.abort()
      }
      await allLanded()
    },
    resume: () => {
      isStopped = isClosed
    },
  }
}
