import type { Instant } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId, ProfileSettings } from '../../shared/profile.ts'
import type { ProfileView, RequestKind } from '../../shared/profile-view.ts'
import { readOnlyCodes } from '../../shared/vault-view.ts'
import { withoutSecrets } from '../oauth/jwt/hidden-claims.ts'
import { readJwt } from '../oauth/jwt/jwt.ts'
import { readPasted } from '../oauth/jwt/pasted-token.ts'
import { createBackups } from './backups.ts'
import { profileOfDraft, withDraft } from './draft.ts'
import type { Copyable, Engine, EngineChange } from './engine-api.ts'
import { createLock } from './lock.ts'
import { createNetworkRetries } from './network-retries.ts'
import { wasClientRefused } from './other-auth-methods.ts'
import type { EngineClock, Http, Log, Network, ProfileStore, Random, RulesOf } from './ports.ts'
import { type ProfileEntry, policyStateOf } from './profile-entry.ts'
import { namedSecrets } from './profile-secrets.ts'
import { createProfiles } from './profiles.ts'
import { viewOf } from './projection.ts'
import { type NextStep, nextStep, renewsBeforeUse, waitsForNetwork } from './renewal-policy.ts'
import { createRenewals } from './renewals.ts'
import { createSaveRetries } from './save-retries.ts'
import type { StoredToken } from './stored-profile.ts'
import { createTokenRuns } from './token-runs.ts'
import { createTokenTrials } from './token-test.ts'

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
  const views = new WeakMap<ProfileEntry, ProfileView>()
  let revision = 0
  let toCome = 0
  let atTop = 0
  let areAllThere = false

  const profiles = createProfiles(store, log, changed)
  const tokenRuns = createTokenRuns({ profiles, http, clock, random, log, rulesOf })
  const trials = createTokenTrials(http)
  const saves = createSaveRetries(clock, profiles.saveAgain)
  const renewals = createRenewals({ clock, ids, stepOf, run: async (id) => void (await renew(id)) })
  const networkRetries = createNetworkRetries({
    network,
    clock,
    retry: (id) => {
      if (profiles.find(id)?.networkChanged === false) profiles.touch(id, { networkChanged: true })
    },
  })
  const lock = createLock({
    store,
    profiles,
    tokenRuns,
    renewals,
    trials,
    announce: () => announce([], []),
  })

  function* ids(): Iterable<ProfileId> {
    for (const { stored } of profiles.all()) yield stored.id
  }

  function isReadOnly({ lifetime }: ProfileEntry): boolean {
    return lifetime === 'saved' && store.view().protection.kind === 'read-only'
  }

  function stepOf(id: ProfileId, now: Instant) {
    const entry = profiles.find(id)
    if (entry === undefined || entry.tokenRun !== null || isReadOnly(entry)) return undefined
    const step = nextStep(policyStateOf(entry), now)
    return { step, host: hostOf(entry.stored.settings, step) }
  }

  /** Whether it brought a new token. */
  async function renew(id: ProfileId): Promise<boolean> {
    try {
      const { kind } = await tokenRuns.start(id, 'refresh', 'renewal')
      return kind === 'obtained'
    } catch (cause) {
      log.incident('renewal-failed', cause)
      return false
    }
  }

  function viewed(entry: ProfileEntry): ProfileView {
    const view = views.get(entry) ?? viewOf(entry, clock.now(), store.isOlder(entry.stored.id))
    views.set(entry, view)
    return view
  }

  function changed(id: ProfileId): void {
    const entry = profiles.find(id)
    noteNetwork(id)
    if (areAllThere) renewals.plan(id)
    if (entry?.saved === false) saves.add(id)
    announce(entry === undefined ? [] : [viewed(entry)], entry === undefined ? [id] : [])
  }

  function noteNetwork(id: ProfileId): void {
    const entry = profiles.find(id)
    networkRetries.note(id, entry !== undefined && waitsForNetwork(policyStateOf(entry)))
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
  async function start(id: ProfileId, what: RequestKind) {
    const entry = profiles.find(id)
    const { protection } = store.view()
    if (protection.kind === 'read-only' && entry !== undefined && isReadOnly(entry)) {
      throw new Failure({ code: readOnlyCodes[protection.reason] })
    }
    profiles.open(id)
    return tokenRuns.start(id, what, 'user')
  }

  function tokenOf(id: ProfileId): StoredToken {
    const { token } = profiles.open(id).sealed
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
        await profiles.load(first, (lives, left) => {
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
    profiles: () => Array.from(profiles.all(), viewed),
    subscribe: (listener) => {
      const own = (change: EngineChange) => listener(change)
      listeners.add(own)
      return () => listeners.delete(own)
    },
    create: async (draft, lifetime) => {
      const id = random.id()
      await profiles.add(profileOfDraft(id, draft), lifetime)
      return id
    },
    update: (id, draft) => profiles.change(id, (stored) => withDraft(stored, draft)),
    remove: async (id) => {
      await profiles.remove(id)
      tokenRuns.cancel(id)
      trials.cancel(id)
    },
    setKeepFresh: (id, keepFresh) =>
      profiles.change(id, (stored) => ({ ...stored, settings: { ...stored.settings, keepFresh } })),
    obtain: (id) => start(id, 'obtain'),
    refresh: (id) => start(id, 'refresh'),
    tryOtherMethods: async (id) => {
      const { entry } = profiles.open(id)
      const [last] = entry.stored.activity
      const isInTime = entry.tokenRun !== null || wasClientRefused(entry.stored)
      return isInTime ? start(id, 'other-ways') : (last?.outcome ?? { kind: 'cancelled' })
    },
    report: (id) => {
      const { report } = profiles.open(id).entry
      if (report === null) throw new Failure({ code: 'no-report' })
      return report()
    },
    cancel: (id) => {
      profiles.open(id)
      tokenRuns.cancel(id)
    },
    freshen: async (id) => {
      const { entry } = profiles.open(id)
      const isDue = !isReadOnly(entry) && renewsBeforeUse(policyStateOf(entry), clock.now())
      if (!isDue) return 'not-needed'
      return (await renew(id)) ? 'renewed' : 'failed'
    },
    testToken: async (id, address) => {
      const { accessToken } = tokenOf(id)
      return trials.run(id, address, accessToken, namedSecrets(profiles.open(id).sealed))
    },
    cancelTest: trials.cancel,
    recordUse: (id) => profiles.touch(id, { lastUsed: clock.now() }),
    setApiAddress: (id, apiAddress) =>
      profiles.change(id, (stored) => ({
        ...stored,
        settings: { ...stored.settings, apiAddress },
      })),
    readToken: (id) => {
      const { accessToken, clockOffset } = tokenOf(id)
      // The token's own times are by the server's clock.
      const contents = readJwt(accessToken, clock.now() + (clockOffset ?? 0))
      return withoutSecrets(contents, namedSecrets(profiles.open(id).sealed))
    },
    inspect: (text) => readPasted(text, clock.now()),
    header: (id) => copyable(tokenOf(id), `Authorization: Bearer ${tokenOf(id).accessToken}`),
    accessToken: (id) => copyable(tokenOf(id), tokenOf(id).accessToken),
    ...createBackups({ allProfiles: profiles, tokenRuns }),
    lock: lock.lock,
    unlock: lock.unlock,
    isLocking: lock.isLocking,
    changeKeys: lock.changeKeys,
    keysSettled: lock.settled,
    secretValues: (id) => {
      const { secrets, token } = profiles.open(id).sealed
      const tokens = token === null ? [] : [token.accessToken, token.refreshToken ?? '']
      return [...Object.values(secrets), ...tokens].flatMap((value) => value || [])
    },
    wake: () => {
      networkRetries.retryAll()
      if (areAllThere) renewals.planAll()
    },
    saveNow: async () => {
      await profiles.settle()
      const { protection } = store.view()
      // There the user was told that nothing is written.
      if (protection.kind === 'memory-only' && protection.reason === 'locked') return 0
      let count = 0
      for (const { saved, stored } of [...profiles.all()]) {
        if (!saved && !(await profiles.saveAgain(stored.id))) count += 1
      }
      return count
    },
    close: async () => {
      renewals.stop()
      networkRetries.stop()
      trials.cancelAll()
      await tokenRuns.close()
      // A key that is being set may be what makes everything in memory durable.
      await lock.settled()
      await profiles.settle()
      await saves.finish()
      await profiles.saveUses()
    },
  }
}
