import type { Instant } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId, ProfileSettings } from '../../shared/profile.ts'
import type { ProfileView, RequestKind } from '../../shared/profile-view.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import { withoutSecrets } from '../oauth/hidden-claims.ts'
import { readJwt } from '../oauth/jwt.ts'
import { readPasted } from '../oauth/pasted-token.ts'
import { createBackups } from './backups.ts'
import { profileOfDraft, withDraft } from './draft.ts'
import type { Copyable, Engine, EngineChange } from './engine-api.ts'
import { createFlights } from './flights.ts'
import { type LiveProfile, policyStateOf } from './live-profile.ts'
import { createLock } from './lock.ts'
import { createNetworkRetries } from './network-retries.ts'
import { wasClientRefused } from './other-ways.ts'
import { type NextStep, nextStep, renewsBeforeUse, waitsForNetwork } from './policy.ts'
import type { EngineClock, Http, Log, Network, ProfileStore, Random, RulesOf } from './ports.ts'
import { createProfileBook } from './profile-book.ts'
import { namedSecrets } from './profile-secrets.ts'
import { viewOf } from './projection.ts'
import { createRenewals } from './renewals.ts'
import { createSaveRetries } from './save-retries.ts'
import type { StoredToken } from './stored-profile.ts'
import { createTokenTrials } from './token-trial.ts'

interface Parts {
  readonly store: ProfileStore
  readonly http: Http
  readonly network: Network
  readonly clock: EngineClock
  readonly random: Random
  readonly log: Log
  readonly rulesOf: RulesOf
}

/** Whom a step would ask. */
function hostOf({ tokenEndpoint, refreshEndpoint }: ProfileSettings, { kind }: NextStep): string {
  const isElsewhere = kind === 'refresh' && refreshEndpoint !== ''
  return new URL(isElsewhere ? refreshEndpoint : tokenEndpoint).host
}

/** Puts the engine together; see `engine-api.ts` for what it does. */
export function createEngine(parts: Parts): Engine {
  const { store, http, network, clock, random, log, rulesOf } = parts
  const listeners = new Set<(change: EngineChange) => void>()
  const views = new WeakMap<LiveProfile, ProfileView>()
  let revision = 0
  let toCome = 0
  let atTop = 0
  let areAllThere = false

  const book = createProfileBook(store, log, changed)
  const flights = createFlights({ book, http, clock, random, log, rulesOf })
  const trials = createTokenTrials(http)
  const saves = createSaveRetries(clock, book.saveAgain)
  const renewals = createRenewals({ clock, ids, stepOf, run: async (id) => void (await renew(id)) })
  const networkRetries = createNetworkRetries({
    network,
    clock,
    retry: (id) => {
      if (book.find(id)?.networkChanged === false) book.touch(id, { networkChanged: true })
    },
  })
  const lock = createLock({
    store,
    book,
    flights,
    renewals,
    trials,
    announce: () => announce([], []),
  })

  function* ids(): Iterable<ProfileId> {
    for (const { stored } of book.all()) yield stored.id
  }

  function isReadOnly({ lifetime }: LiveProfile): boolean {
    return lifetime === 'saved' && store.view().protection.kind === 'read-only'
  }

  function stepOf(id: ProfileId, now: Instant) {
    const live = book.find(id)
    if (live === undefined || live.flight !== null || isReadOnly(live)) return undefined
    const step = nextStep(policyStateOf(live), now)
    return { step, host: hostOf(live.stored.settings, step) }
  }

  /** Whether it brought a new token. */
  async function renew(id: ProfileId): Promise<boolean> {
    try {
      const { kind } = await flights.fly(id, 'refresh', 'renewal')
      return kind === 'obtained'
    } catch (cause) {
      log.incident('renewal-failed', cause)
      return false
    }
  }

  function viewed(live: LiveProfile): ProfileView {
    const view = views.get(live) ?? viewOf(live, clock.now(), store.isOlder(live.stored.id))
    views.set(live, view)
    return view
  }

  function changed(id: ProfileId): void {
    const live = book.find(id)
    noteNetwork(id)
    if (areAllThere) renewals.plan(id)
    if (live?.saved === false) saves.add(id)
    announce(live === undefined ? [] : [viewed(live)], live === undefined ? [id] : [])
  }

  function noteNetwork(id: ProfileId): void {
    const live = book.find(id)
    networkRetries.note(id, live !== undefined && waitsForNetwork(policyStateOf(live)))
  }

  function announce(profiles: EngineChange['profiles'], removed: EngineChange['removed']): void {
    revision += 1
    for (const listener of listeners) tell(listener, { revision, profiles, removed })
  }

  /** A listener that fails must not stand between a token and those who wait for it. */
  function tell(listener: (change: EngineChange) => void, change: EngineChange): void {
    try {
      listener(change)
    } catch (cause) {
      log.incident('listener-failed', cause)
    }
  }

  /** A token that can't be kept must not be asked for: the server may rotate the old one away. */
  async function fly(id: ProfileId, what: RequestKind) {
    const live = book.find(id)
    const { protection } = store.view()
    if (protection.kind === 'read-only' && live !== undefined && isReadOnly(live)) {
      throw new Failure({ code: readOnlyCodes[protection.reason] })
    }
    book.open(id)
    return flights.fly(id, what, 'user')
  }

  function tokenOf(id: ProfileId): StoredToken {
    const { token } = book.open(id).sealed
    if (token === null) throw new Failure({ code: 'no-token' })
    return token
  }

  function copyable({ expiresAt }: StoredToken, text: string): Copyable {
    return { text, expiresAt }
  }

  return {
    start: (first = [], pause = () => Promise.resolve()) => {
      let areFirstThere = false
      let begin = () => {}
      const begun = new Promise<void>((resolve) => {
        begin = resolve
      })
      const load = async () => {
        await book.load(first, (lives, left) => {
          toCome = left
          if (areFirstThere) return announce(lives.map(viewed), [])
          // Nobody has asked yet what there is, so the first are no news.
          areFirstThere = true
          atTop = lives.length
          begin()
          return left === 0 ? undefined : pause()
        })
        areAllThere = true
        log.info('profiles-loaded', { count: [...ids()].length })
        for (const id of ids()) noteNetwork(id)
        renewals.planAll()
      }
      const all = load()
      return { first: Promise.race([begun, all]), all }
    },
    opening: () => (toCome === 0 ? null : { atTop, toCome }),
    revision: () => revision,
    profiles: () => Array.from(book.all(), viewed),
    subscribe: (listener) => {
      const own = (change: EngineChange) => listener(change)
      listeners.add(own)
      return () => listeners.delete(own)
    },
    create: async (draft, lifetime) => {
      const id = random.id()
      await book.add(profileOfDraft(id, draft), lifetime)
      return id
    },
    update: (id, draft) => book.change(id, (stored) => withDraft(stored, draft)),
    remove: async (id) => {
      await book.remove(id)
      flights.cancel(id)
      trials.cancel(id)
    },
    setKeepFresh: (id, keepFresh) =>
      book.change(id, (stored) => ({ ...stored, settings: { ...stored.settings, keepFresh } })),
    obtain: (id) => fly(id, 'obtain'),
    refresh: (id) => fly(id, 'refresh'),
    tryOtherWays: async (id) => {
      const { live } = book.open(id)
      const [last] = live.stored.activity
      const isInTime = live.flight !== null || wasClientRefused(live.stored)
      return isInTime ? fly(id, 'other-ways') : (last?.outcome ?? { kind: 'cancelled' })
    },
    report: (id) => {
      const { report } = book.open(id).live
      if (report === null) throw new Failure({ code: 'no-report' })
      return report()
    },
    cancel: (id) => {
      book.open(id)
      flights.cancel(id)
    },
    freshen: async (id) => {
      const { live } = book.open(id)
      const isDue = !isReadOnly(live) && renewsBeforeUse(policyStateOf(live), clock.now())
      if (!isDue) return 'not-needed'
      return (await renew(id)) ? 'renewed' : 'failed'
    },
    testToken: async (id, address) => {
      const { accessToken } = tokenOf(id)
      return trials.run(id, address, accessToken, namedSecrets(book.open(id).sealed))
    },
    cancelTest: trials.cancel,
    noteUse: (id) => book.touch(id, { lastUsed: clock.now() }),
    setApiAddress: (id, apiAddress) =>
      book.change(id, (stored) => ({ ...stored, settings: { ...stored.settings, apiAddress } })),
    readToken: (id) => {
      const { accessToken, clockOffset } = tokenOf(id)
      // The token's own times are by the server's clock.
      const contents = readJwt(accessToken, clock.now() + (clockOffset ?? 0))
      return withoutSecrets(contents, namedSecrets(book.open(id).sealed))
    },
    inspect: (text) => readPasted(text, clock.now()),
    header: (id) => copyable(tokenOf(id), `Authorization: Bearer ${tokenOf(id).accessToken}`),
    accessToken: (id) => copyable(tokenOf(id), tokenOf(id).accessToken),
    ...createBackups({ book, flights }),
    lock: lock.lock,
    unlock: lock.unlock,
    isLocking: lock.isLocking,
    changeKeys: lock.changeKeys,
    keysSettled: lock.settled,
    secretValues: (id) => {
      const { secrets, token } = book.open(id).sealed
      const tokens = token === null ? [] : [token.accessToken, token.refreshToken ?? '']
      return [...Object.values(secrets), ...tokens].flatMap((value) => value || [])
    },
    wake: () => {
      networkRetries.retryAll()
      if (areAllThere) renewals.planAll()
    },
    saveNow: async () => {
      await book.settle()
      const { protection } = store.view()
      // There the user was told that nothing is written.
      if (protection.kind === 'memory-only' && protection.reason === 'locked') return 0
      let count = 0
      for (const { saved, stored } of [...book.all()]) {
        if (!saved && !(await book.saveAgain(stored.id))) count += 1
      }
      return count
    },
    close: async () => {
      renewals.stop()
      networkRetries.stop()
      trials.cancelAll()
      await flights.close()
      // A key that is being set may be what makes everything in memory durable.
      await lock.settled()
      await book.settle()
      await saves.finish()
      await book.saveUses()
    },
  }
}
