import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppSettings } from '../../shared/app-settings.ts'
import type { Bridge } from '../../shared/bridge.ts'
import type { Clock } from '../../shared/clock.ts'
import type {
  PracticeWay,
  RequestInput,
  RequestName,
  RequestOutput,
} from '../../shared/contract.ts'
import type { Result } from '../../shared/errors.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import { createClient } from '../client.ts'
import {
  type AppState,
  type Dismissible,
  initialState,
  originIn,
  type Page,
  profileIn,
  profilesStateIn,
  type ToastMessage,
} from './app-state.ts'
import { followMain } from './follow-main.ts'
import { handleMainEvent, showOpenedFile } from './main-events.ts'
import { createResponseEffects } from './response-effects.ts'

/** Sends a request to main; the caller shows a failure. */
export type Send = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<Result<RequestOutput<Name>>>

/** Sends a request to main and shows a failure in the window's notice; `undefined` after a failure. */
export type Run = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<RequestOutput<Name> | undefined>

/** Everything a user can do that is more than one request to main. */
export interface Actions {
  /** Loads everything from main and follows its changes; again after a failure. */
  load(): Promise<void>
  /** Main may read the remaining profiles now that the list is drawn. */
  reportDrawn(): void

  /** Shows a page; asks first if typed input would be lost. */
  goTo(page: Page): void
  /** Shows a page and discards typed input. */
  leaveFor(page: Page): void
  setTyped(hasTyped: boolean): void
  /** Sets the part of the state that belongs to the list or covers the window. */
  set(part: Partial<Pick<AppState, 'search' | 'overlay' | 'deleting'>>): void
  /** Clears a question, a notice or the toast. */
  dismiss(what: Dismissible): void
  openFolder(key: string, isOpen: boolean): void
  /** Shows a profile and copies its header, or shows that it has no token. */
  showAndCopy(id: ProfileId): void
  /** Answers the offer to copy a header. */
  answerCopyOffer(isWanted: boolean): void

  /** Creates (`id` is `null`) or changes a profile and shows it; an error leaves the form open. */
  save(id: ProfileId | null, draft: ProfileDraft): Promise<Result<ProfileId>>
  /** Creates the profile of an import and shows it; an error leaves everything open. */
  createFromImport(input: RequestInput<'createFromImport'>): Promise<Result<ProfileId>>
  deleteProfile(id: ProfileId): Promise<void>
  startPractice(way: PracticeWay): Promise<void>
  /** Shows the choice at once and reverts it if main can't save it; then `trouble` holds the reason. */
  changeSettings(part: Partial<AppSettings>): Promise<void>

  /** Locks; asks first if typed input would be lost. Without a passphrase it shows where to set one. */
  askToLock(): void
  /** Locks and discards typed input. Main then loads a new page. */
  lockNow(): Promise<void>
}

export interface AppStore {
  readonly state: Pick<StoreApi<AppState>, 'getState' | 'subscribe' | 'getInitialState'>
  readonly actions: Actions
  readonly send: Send
  readonly run: Run
}

/** Requests that replace the token, so a toast about the current one becomes wrong. */
const tokenRequests: ReadonlySet<RequestName> = new Set([
  'obtainToken',
  'refreshToken',
  'tryOtherMethods',
  'signInAsSomebodyElse',
  'applyRemedy',
])

/** Returns whether a page is the form on show, so that nothing typed would be lost. */
function isSameForm(page: Page, here: Page): boolean {
  if (page.kind === 'import') return here.kind === 'import'
  return page.kind === 'new-profile' && here.kind === 'new-profile' && page.copyOf === here.copyOf
}

/**
 * Creates the store of the window: a copy of main's state, and what only the page knows. A
 * profile changes here only when main reports a change.
 */
export function createAppStore(bridge: Bridge, clock: Clock): AppStore {
  const state = createStore<AppState>(() => initialState)
  const client = createClient(bridge)
  const follower = followMain(bridge, client, state, {
    onOther: (event) => handleMainEvent(event, client, state, actions),
    onLoaded: () => void showOpenedFile(client, state, actions.goTo),
  })

  function showToast(message: ToastMessage, about: ProfileId | null = null): void {
    const number = (state.getState().toast?.number ?? 0) + 1
    state.setState({ toast: { number, message, about } })
  }

  const effects = createResponseEffects({ state, clock, showToast })

  /** The number of the newest of `tokenRequests`, by profile. */
  const newest = new Map<ProfileId, number>()

  /** Returns a function that returns false once the user has started another of `tokenRequests`. */
  function noteRequest(name: RequestName, input: RequestInput<RequestName>): () => boolean {
    const id = 'id' in input ? input.id : null
    if (!tokenRequests.has(name) || id === null) return () => true
    const number = (newest.get(id) ?? 0) + 1
    newest.set(id, number)
    state.setState({ toast: null })
    return () => newest.get(id) === number
  }

  const send: Send = async (name, input) => {
    const isNewest = noteRequest(name, input)
    const result = await client.send(name, input)
    // Main ends a sign-in for the one that the user wants now: nothing was stopped.
    if (result.ok && isNewest()) effects[name]?.(result.value, input)
    return result
  }

  const run: Run = async (name, input) => {
    state.setState({ trouble: null })
    const result = await send(name, input)
    if (result.ok) return result.value
    state.setState({ trouble: result.error })
    return undefined
  }

  /** Shows a saved profile, unless the user has left the form meanwhile or asked to. */
  function showSaved(id: ProfileId, form: Page): void {
    const { page, leavingFor } = state.getState()
    if (page === form) {
      const isLocking = leavingFor?.kind === 'lock'
      actions.leaveFor(leavingFor === null || isLocking ? { kind: 'profile', id } : leavingFor)
      if (isLocking) void actions.lockNow()
    }
    showToast({ kind: 'profile-saved' }, id)
  }

  const actions: Actions = {
    load: () => follower.load(),
    reportDrawn: () => {
      void send('reportDrawn', {})
    },

    goTo(page) {
      const { hasTyped, page: here } = state.getState()
      if (hasTyped && !isSameForm(page, here)) state.setState({ leavingFor: page })
      else actions.leaveFor(page)
    },
    leaveFor: (page) => {
      actions.setTyped(false)
      state.setState({ page, trouble: null, leavingFor: null, toast: null })
    },
    setTyped: (hasTyped) => {
      if (hasTyped === state.getState().hasTyped) return
      state.setState({ hasTyped })
      void send('reportTyping', { hasTyped })
    },
    set: (part) => state.setState(part),
    dismiss: (what) => state.setState({ [what]: null }),
    openFolder: (key, isOpen) =>
      state.setState(({ closedFolders }) => {
        const closed = new Set(closedFolders)
        if (isOpen) closed.delete(key)
        else closed.add(key)
        return { closedFolders: closed }
      }),
    showAndCopy(id) {
      const { page } = state.getState()
      if (page.kind !== 'profile' || page.id !== id) actions.goTo({ kind: 'profile', id })
      const profile = profileIn(state.getState(), id)
      const { leavingFor } = state.getState()
      if (profile === undefined || profile.locked || leavingFor !== null) return
      if (profile.token === null) showToast({ kind: 'nothing-to-copy' }, id)
      else void run('copyHeader', { id })
    },
    answerCopyOffer(isWanted) {
      const { copyOffered: id } = state.getState()
      state.setState({ copyOffered: null })
      if (isWanted && id !== null) void run('copyHeader', { id })
    },

    async save(id, draft) {
      const { page } = state.getState()
      const result =
        id === null
          ? await send('createProfile', { draft })
          : await send('updateProfile', { id, draft })
      if (!result.ok) return result
      const savedId = id ?? ('id' in result.value ? result.value.id : null)
      if (savedId === null) throw new Error('a profile was created without an id')
      showSaved(savedId, page)
      return { ok: true, value: savedId }
    },
    async createFromImport(input) {
      const { page } = state.getState()
      const result = await send('createFromImport', input)
      if (!result.ok) return result
      showSaved(result.value.id, page)
      return { ok: true, value: result.value.id }
    },
    async deleteProfile(id) {
      const name = profileIn(state.getState(), id)?.settings.about.name ?? ''
      state.setState({ deleting: null })
      const isDeleted = (await run('deleteProfile', { id })) !== undefined
      if (isDeleted) showToast({ kind: 'profile-deleted', name })
    },
    async startPractice(way) {
      state.setState({ practiceStarting: way })
      const created = await run('startPractice', { way })
      state.setState({ practiceStarting: null })
      if (created !== undefined) actions.goTo({ kind: 'profile', id: created.id })
    },
    changeSettings: createSettingsChange(send, state),

    askToLock() {
      const profilesState = profilesStateIn(state.getState())
      if (profilesState === undefined || profilesState.vault.protection.kind === 'locked') return
      const { protection, keys } = profilesState.vault
      // Main reports why there is nothing to lock.
      const isWithout = protection.kind === 'memory-only' && protection.reason === 'locked'
      if (isWithout) return void actions.lockNow()
      const canLock = keys.passphrase === 'stays' && protection.kind !== 'memory-only'
      if (!canLock) return actions.goTo({ kind: 'security', from: originIn(state.getState()) })
      if (state.getState().hasTyped) state.setState({ leavingFor: { kind: 'lock' } })
      else void actions.lockNow()
    },
    async lockNow() {
      state.setState({ leavingFor: null, lockNotice: null })
      const result = await send('lockNow', {})
      if (!result.ok) state.setState({ lockNotice: { refused: result.error, lostTyping: false } })
    },
  }
  return { state, actions, send, run }
}

/** Saves choices one after the other: one that can't be saved does not revert the others. */
function createSettingsChange(
  send: Send,
  state: StoreApi<AppState>,
): (part: Partial<AppSettings>) => Promise<void> {
  function show(settings: AppSettings): void {
    const profilesState = profilesStateIn(state.getState())
    if (profilesState !== undefined)
      state.setState({ phase: { kind: 'ready', profilesState: { ...profilesState, settings } } })
  }

  const queue = createKeyedQueue<'settings'>()
  /** Choices that are shown and not saved yet, in their order. */
  let waiting: readonly Partial<AppSettings>[] = []
  let saved: AppSettings | undefined

  async function save(part: Partial<AppSettings>, before: AppSettings): Promise<AppSettings> {
    const result = await send('changeSettings', { ...before, ...part })
    waiting = waiting.slice(1)
    const now = result.ok ? { ...before, ...part } : before
    show(Object.assign({ ...now }, ...waiting))
    if (!result.ok) state.setState({ trouble: result.error })
    return now
  }

  return async (part) => {
    const before = profilesStateIn(state.getState())?.settings
    if (before === undefined) return
    if (waiting.length === 0) saved = before
    waiting = [...waiting, part]
    state.setState({ trouble: null })
    show({ ...before, ...part })
    await queue.take('settings', async () => {
      saved = await save(part, saved ?? before)
    })
  }
}
