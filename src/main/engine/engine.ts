import type { Instant } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { RequestKind } from '../../shared/profile-view.ts'
import { readOnlyCodes } from '../../shared/read-only.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import { createAnnouncements } from './announcements.ts'
import { createBackups } from './backups.ts'
import { profileOfDraft, withDraft, withRemedy } from './draft.ts'
import type { Engine } from './engine-api.ts'
import { createLock } from './lock.ts'
import { mayTryOtherMethods } from './other-auth-methods.ts'
import type {
  Browser,
  Delay,
  EngineClock,
  Http,
  Log,
  Network,
  ProfileStore,
  Random,
  RandomBytes,
  RedirectListener,
  RulesOf,
  Verifier,
} from './ports.ts'
import { createProfiles, type ProfileEntry } from './profiles.ts'
import {
  type NextStep,
  nextStep,
  policyStateOf,
  renewsBeforeUse,
  waitsForNetwork,
} from './renewal-policy.ts'
import { createRenewals, isDue } from './renewals.ts'
import { createNetworkRetries, createSaveRetries } from './retries.ts'
import { createPlanOf, type PlanOf } from './run-plans.ts'
import type { SignIn } from './run-steps.ts'
import { createTokenChecks } from './token-checks.ts'
import { createTokenRuns } from './token-runs.ts'
import { createTokenUse } from './token-use.ts'

interface Parts {
  readonly store: ProfileStore
  readonly http: Http
  readonly network: Network
  readonly clock: EngineClock
  readonly delay: Delay
  readonly random: Random
  readonly log: Log
  readonly rulesOf: RulesOf
  readonly browser: Browser
  readonly redirectListener: RedirectListener
  readonly randomBytes: RandomBytes
  readonly verifier: Verifier
  /** Chooses the plan of a token run; by default, that of the profile's grant. */
  readonly planOf?: PlanOf
}

/** The server that a step would contact. */
function hostOf({ server }: Pick<ProfileSettings, 'server'>, { kind }: NextStep): string {
  const { tokenEndpoint, refreshEndpoint = tokenEndpoint } = server
  return new URL(kind === 'refresh' ? refreshEndpoint : tokenEndpoint).host
}

/** Builds the engine from its parts; `engine-api.ts` documents what it does. */
export function createEngine(parts: Parts): Engine {
  const { store, network, clock, random, log } = parts
  let areAllThere = false

  const profiles = createProfiles(store, log, changed)
  const announcements = createAnnouncements({ store, profiles, clock, log }, loaded)
  const { stateChanged, profileChanged, ...observable } = announcements
  const { cancelAll, isEnding, endToken, knownKeys, ...tokenChecks } = createTokenChecks({
    ...parts,
    profiles,
  })
  const planOf = parts.planOf ?? createPlanOf(parts)
  const { verifyIdToken } = knownKeys
  const tokenRuns = createTokenRuns({ ...parts, planOf, profiles, verifyIdToken })
  const { cancelAllTests, ...tokenUse } = createTokenUse({ ...parts, profiles })
  const saves = createSaveRetries(clock, profiles.saveAgain)
  const renewals = createRenewals({ clock, ids, stepOf, run: renewIfDue })
  const networkRetries = createNetworkRetries({ network, clock, retry: retryAfterNetworkChange })
  const lock = createLock({ store, profiles, tokenRuns, renewals, cancelChecks, stateChanged })

  function* ids(): Iterable<ProfileId> {
    for (const { stored } of profiles.all()) yield stored.id
  }

  function loaded(): void {
    areAllThere = true
    log.info('profiles-loaded', { count: [...ids()].length })
    for (const id of ids()) noteNetwork(id)
    renewals.planAll()
  }

  function changed(id: ProfileId): void {
    noteNetwork(id)
    if (areAllThere) renewals.plan(id)
    if (profiles.find(id)?.saved === false) saves.add(id)
    tokenRuns.profileChanged(id)
    profileChanged(id)
  }

  function noteNetwork(id: ProfileId): void {
    const entry = profiles.find(id)
    networkRetries.note(id, entry !== undefined && waitsForNetwork(policyStateOf(entry)))
  }

  function retryAfterNetworkChange(id: ProfileId): void {
    if (profiles.find(id)?.networkChanged === false) profiles.touch(id, { networkChanged: true })
  }

  function isReadOnly({ lifetime }: ProfileEntry): boolean {
    return lifetime === 'saved' && store.view().protection.kind === 'read-only'
  }

  function stepOf(id: ProfileId, now: Instant) {
    const entry = profiles.find(id)
    if (entry === undefined || entry.tokenRun !== null || isReadOnly(entry)) return undefined
    // A renewal would bring a token that the user has not asked to end.
    if (isEnding(id)) return undefined
    const step = nextStep(policyStateOf(entry), now)
    return { step, host: hostOf(entry.stored.settings, step) }
  }

  /**
   * Resolves with `true` if the renewal brought a new token. `isStillDue` is called after a wait,
   * because the run that was waited for may have left only a grant that needs the user.
   */
  async function renew(id: ProfileId, isStillDue: () => boolean): Promise<boolean> {
    try {
      const { kind } = await tokenRuns.start(id, 'refresh', 'renewal', isStillDue)
      return kind === 'obtained'
    } catch (cause) {
      log.incident('renewal-failed', cause)
      return false
    }
  }

  async function renewIfDue(id: ProfileId): Promise<void> {
    await renew(id, () => {
      const found = stepOf(id, clock.now())
      return found !== undefined && isDue(found.step)
    })
  }

  function mustRenewBeforeUse(id: ProfileId): boolean {
    const entry = profiles.find(id)
    if (entry === undefined || isReadOnly(entry) || isEnding(id)) return false
    return renewsBeforeUse(policyStateOf(entry), clock.now())
  }

  /** Throws if nothing about the profile can be saved, or as `Profiles.open` does. */
  function openToChange(id: ProfileId) {
    const entry = profiles.find(id)
    const { protection } = store.view()
    if (protection.kind === 'read-only' && entry !== undefined && isReadOnly(entry)) {
      throw new Failure({ code: readOnlyCodes[protection.reason] })
    }
    return profiles.open(id)
  }

  /**
   * Requests no token that can't be saved: the server may rotate the old refresh token away.
   */
  async function start(id: ProfileId, what: RequestKind, isForSomebodyElse = false) {
    openToChange(id)
    if (isForSomebodyElse) return tokenRuns.startForSomebodyElse(id)
    return tokenRuns.start(id, what, 'user')
  }

  /** Ends no token whose end can't be saved, and none that a run is about to replace. */
  async function end(id: ProfileId) {
    const { entry } = openToChange(id)
    if (entry.tokenRun !== null) await tokenRuns.start(id, 'refresh', 'renewal', () => false)
    try {
      return await endToken(id)
    } finally {
      if (areAllThere) renewals.plan(id)
    }
  }

  async function cancelChecks(): Promise<void> {
    cancelAllTests()
    await cancelAll()
  }

  /** Returns the sign-in that waits for the user. Throws `no-sign-in`. */
  function waitingSignIn(id: ProfileId): SignIn {
    profiles.open(id)
    const signIn = tokenRuns.signIn(id)
    if (signIn === undefined) throw new Failure({ code: 'no-sign-in' })
    return signIn
  }

  function changeAbout(id: ProfileId, changed: Partial<ProfileSettings['about']>): Promise<void> {
    return profiles.change(id, (stored) => {
      const { settings } = stored
      return { ...stored, settings: { ...settings, about: { ...settings.about, ...changed } } }
    })
  }

  return {
    ...observable,
    ...tokenUse,
    ...tokenChecks,
    endToken: end,
    ...createBackups({ allProfiles: profiles, tokenRuns }),
    create: async (draft, lifetime) => {
      const id = random.id()
      await profiles.add(profileOfDraft(id, draft), lifetime)
      return id
    },
    update: (id, draft) => profiles.change(id, (stored) => withDraft(stored, draft)),
    remove: async (id) => {
      await profiles.remove(id)
      tokenUse.cancelTest(id)
      tokenChecks.cancelCheck(id)
    },
    changeMarks: changeAbout,
    setApiAddress: (id, apiAddress) => changeAbout(id, { apiAddress }),
    obtain: (id) => start(id, 'obtain'),
    refresh: (id) => start(id, 'refresh'),
    tryOtherMethods: async (id) => {
      const { entry } = profiles.open(id)
      const [last] = entry.stored.activity
      const isInTime = entry.tokenRun !== null || mayTryOtherMethods(entry.stored)
      return isInTime ? start(id, 'other-methods') : (last?.outcome ?? { kind: 'cancelled' })
    },
    signInAsSomebodyElse: (id) => start(id, 'obtain', true),
    applyRemedy: async (id, remedy) => {
      await profiles.change(id, (stored) => {
        return { ...stored, settings: withRemedy(stored.settings, remedy) }
      })
      return start(id, 'obtain')
    },
    openSignIn: async (id) => {
      const signIn = waitingSignIn(id)
      await parts.browser.open(await signIn.address())
      signIn.opened?.()
    },
    signInAddress: async (id) => waitingSignIn(id).address(),
    deviceCode: (id) => {
      const { code } = waitingSignIn(id)
      if (code === null) throw new Failure({ code: 'no-sign-in' })
      return code
    },
    pasteRedirect: (id, text) => waitingSignIn(id).paste(text),
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
      profiles.open(id)
      if (!mustRenewBeforeUse(id)) return 'not-needed'
      return (await renew(id, () => mustRenewBeforeUse(id))) ? 'renewed' : 'failed'
    },
    lock: lock.lock,
    unlock: lock.unlock,
    isLocking: lock.isLocking,
    changeKeys: lock.changeKeys,
    keysSettled: lock.settled,
    wake: () => {
      networkRetries.retryAll()
      if (areAllThere) renewals.planAll()
    },
    saveNow: lock.saveNow,
    close: async () => {
      renewals.stop()
      networkRetries.stop()
      await cancelChecks()
      await tokenRuns.close()
      // A key change may be what makes everything in memory durable.
      await lock.settled()
      await profiles.settle()
      await saves.finish()
      await profiles.saveUses()
    },
  }
}
