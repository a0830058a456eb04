import { createStore, type StoreApi } from 'zustand/vanilla'
import { assertNever } from '../../shared/assert-never.ts'
import type { Bridge } from '../../shared/bridge.ts'
import type { Clock, Instant } from '../../shared/clock.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts'
import type { Result } from '../../shared/errors.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import { createClient } from '../client.ts'
import {
  type AppState,
  apiAddressIn,
  chosenIn,
  initialState,
  type Overlay,
  type Page,
  profileIn,
  type ToastMessage,
} from './app-state.ts'
import { type BackupActions, createBackupActions } from './backup-actions.ts'
import { type CopyActions, createCopyActions } from './copy-actions.ts'
import { followMain } from './follow-main.ts'
import { createKeyActions, type KeyActions } from './key-actions.ts'
import { createLockActions, type LockActions } from './lock-actions.ts'
import { offerCopy, showAsked } from './main-events.ts'
import { showOpenedFile } from './opened-file.ts'
import { createSettingsActions, type SettingsActions } from './settings-actions.ts'
import { createUpdateActions, type UpdateActions } from './update-actions.ts'

export interface Actions
  extends KeyActions,
    LockActions,
    BackupActions,
    CopyActions,
    SettingsActions,
    UpdateActions {
  /** Follows main, from the beginning; again after a failure. */
  load(): Promise<void>
  /** The list is drawn: main may read what is still to come. */
  reportDrawn(): void
  /** Shows a place; asks first, if something typed would be lost. */
  goTo(page: Page): void
  /** Shows a place, whatever is typed. */
  leaveFor(page: Page): void
  /** Goes on with the form instead of leaving it. */
  stay(): void
  setTyped(hasTyped: boolean): void
  search(text: string): void
  /** Shows what is in a folder, or its heading alone. */
  openFolder(key: string, isOpen: boolean): void
  /** Shows what a key calls over the window; `null`: the window alone. */
  showOverlay(overlay: Overlay | null): void
  /** Shows a profile and copies its header, or says that there is none. */
  showAndCopy(id: ProfileId): void
  hideToast(): void
  dismissTrouble(): void

  /** Creates (`id` is `null`) or changes a profile and shows it; an error leaves the form open. */
  save(id: ProfileId | null, draft: ProfileDraft): Promise<Result<ProfileId>>
  /** Reads what somebody received; the store keeps nothing of it. */
  readImport(text: string): Promise<Result<RequestOutput<'readImport'>>>
  /** Creates the profile of a candidate and shows it; an error leaves everything open. */
  createFromImport(input: RequestInput<'createFromImport'>): Promise<Result<ProfileId>>
  /** Main asks where to. */
  shareProfile(id: ProfileId): Promise<void>
  /** Copies the header that the window offers to copy, or not. */
  answerCopyOffer(isWanted: boolean): void
  askToDelete(id: ProfileId | null): void
  deleteProfile(id: ProfileId): Promise<void>
  setKeepFresh(id: ProfileId, keepFresh: boolean): Promise<void>

  obtainToken(id: ProfileId): Promise<void>
  refreshToken(id: ProfileId): Promise<void>
  tryOtherMethods(id: ProfileId): Promise<void>
  cancelRequest(id: ProfileId): Promise<void>
  copyReport(id: ProfileId): Promise<void>
  readToken(id: ProfileId): Promise<Result<RequestOutput<'readToken'>>>
  /** Reads any text that may be a token; the store keeps nothing of it. */
  inspectToken(text: string): Promise<Result<RequestOutput<'inspectToken'>>>
  startPractice(): Promise<void>
}

/** Whether a place is the one that is shown, so that nothing typed there would be lost. */
function isSameForm(page: Page, here: Page): boolean {
  if (page.kind === 'import') return here.kind === 'import'
  return page.kind === 'new-profile' && here.kind === 'new-profile' && page.copyOf === here.copyOf
}

export interface AppStore {
  readonly state: Pick<StoreApi<AppState>, 'getState' | 'subscribe' | 'getInitialState'>
  readonly actions: Actions
}

/**
 * What the window shows: what main told, and what only the page knows. Actions ask
 * main; a profile changes here only when main says so.
 */
export function createAppStore(bridge: Bridge, clock: Clock): AppStore {
  const state = createStore<AppState>(() => initialState)
  const client = createClient(bridge)
  const follower = followMain(bridge, client, state, {
    onOther(event) {
      switch (event.name) {
        case 'lockAsked':
          return actions.askToLock()
        case 'lockRefused':
          return state.setState({ lockNotice: { refused: event.data.error, lostTyping: false } })
        case 'profileAsked':
          return showAsked(state, event.data.id, actions.goTo)
        case 'copyAsked':
          return offerCopy(state, event.data.id)
        case 'fileOpened':
          // Until all is loaded, what is shown would be lost again.
          if (state.getState().phase.kind !== 'ready') return
          return void showOpenedFile(client, state, actions.goTo)
        case 'updatesChanged':
          return state.setState({ updates: event.data })
        default:
          return assertNever(event)
      }
    },
    onLoaded: () => void showOpenedFile(client, state, actions.goTo),
  })

  function say(message: ToastMessage, about: ProfileId | null = null): void {
    const number = (state.getState().toast?.number ?? 0) + 1
    state.setState({ toast: { number, message, about } })
  }

  /** Asks main for what the user clicked; a refusal is shown. */
  async function ask<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name> | undefined> {
    state.setState({ trouble: null })
    const result = await client.ask(name, input)
    if (result.ok) return result.value
    state.setState({ trouble: result.error })
    return undefined
  }

  const spanUntil = (end: Instant | null | undefined) =>
    end === null || end === undefined ? null : end - clock.now()

  /** Shows what was saved, unless somebody has left the form meanwhile, or was about to. */
  function showSaved(id: ProfileId, form: Page): void {
    const { page, leavingFor } = state.getState()
    if (page === form) {
      const isLocking = leavingFor?.kind === 'lock'
      actions.leaveFor(leavingFor === null || isLocking ? { kind: 'profile', id } : leavingFor)
      if (isLocking) void actions.lockNow()
    }
    say({ kind: 'profile-saved' }, id)
  }

  async function fetchToken(name: 'obtainToken' | 'refreshToken', id: ProfileId): Promise<void> {
    // What was said of the token before is not true of what comes now.
    actions.hideToast()
    const answer = await ask(name, { id })
    const kind = answer?.outcome.kind
    // A failure is told by the profile itself, at length.
    if (kind === 'cancelled') say({ kind }, id)
    if (kind === 'obtained') say({ kind, validFor: spanUntil(answer?.expiresAt) }, id)
  }

  const actions: Actions = {
    ...createKeyActions(client, ask, say),
    ...createBackupActions(client),
    ...createLockActions(client, state, (page) => actions.goTo(page)),
    ...createSettingsActions(client, state),
    ...createUpdateActions(client, state, ask),
    ...createCopyActions({
      client,
      ask,
      say,
      clock,
      nameElsewhere: (id) =>
        chosenIn(state.getState()) === id
          ? null
          : (profileIn(state.getState(), id)?.settings.name ?? null),
      addressOf: (id) => apiAddressIn(state.getState(), id),
    }),
    load: () => follower.load(),
    reportDrawn: () => {
      void client.ask('reportDrawn', {})
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
    stay: () => state.setState({ leavingFor: null }),
    setTyped: (hasTyped) => {
      if (hasTyped === state.getState().hasTyped) return
      state.setState({ hasTyped })
      void client.ask('reportTyping', { hasTyped })
    },
    search: (text) => state.setState({ search: text }),
    openFolder: (key, isOpen) =>
      state.setState(({ closedFolders }) => {
        const closed = new Set(closedFolders)
        if (isOpen) closed.delete(key)
        else closed.add(key)
        return { closedFolders: closed }
      }),
    showOverlay: (overlay) => state.setState({ overlay }),
    showAndCopy(id) {
      const { page } = state.getState()
      if (page.kind !== 'profile' || page.id !== id) actions.goTo({ kind: 'profile', id })
      const profile = profileIn(state.getState(), id)
      const { leavingFor } = state.getState()
      if (profile === undefined || profile.locked || leavingFor !== null) return
      if (profile.token === null) say({ kind: 'nothing-to-copy' }, id)
      else void actions.copyHeader(id)
    },
    hideToast: () => state.setState({ toast: null }),
    dismissTrouble: () => state.setState({ trouble: null }),

    async save(id, draft) {
      const { page } = state.getState()
      const result =
        id === null
          ? await client.ask('createProfile', { draft })
          : await client.ask('updateProfile', { id, draft })
      if (!result.ok) return result
      const savedId = id ?? ('id' in result.value ? result.value.id : null)
      if (savedId === null) throw new Error('a profile was created without an id')
      showSaved(savedId, page)
      return { ok: true, value: savedId }
    },
    readImport: (text) => client.ask('readImport', { text }),
    async createFromImport(input) {
      const { page } = state.getState()
      const result = await client.ask('createFromImport', input)
      if (!result.ok) return result
      showSaved(result.value.id, page)
      return { ok: true, value: result.value.id }
    },
    async shareProfile(id) {
      if ((await ask('shareProfile', { id }))?.saved === true) say({ kind: 'profile-shared' }, id)
    },
    answerCopyOffer(isWanted) {
      const { copyOffered } = state.getState()
      state.setState({ copyOffered: null })
      if (isWanted && copyOffered !== null) void actions.copyHeader(copyOffered)
    },
    askToDelete: (id) => state.setState({ deleting: id }),
    async deleteProfile(id) {
      const name = profileIn(state.getState(), id)?.settings.name ?? ''
      state.setState({ deleting: null })
      if ((await ask('deleteProfile', { id })) !== undefined) say({ kind: 'profile-deleted', name })
    },
    async setKeepFresh(id, keepFresh) {
      await ask('setKeepFresh', { id, keepFresh })
    },

    obtainToken: (id) => fetchToken('obtainToken', id),
    refreshToken: (id) => fetchToken('refreshToken', id),
    async tryOtherMethods(id) {
      actions.hideToast()
      const kind = (await ask('tryOtherMethods', { id }))?.outcome.kind
      if (kind === 'cancelled') say({ kind }, id)
      if (kind === 'obtained') say({ kind: 'way-found', id }, id)
    },
    async cancelRequest(id) {
      await ask('cancelRequest', { id })
    },
    async copyReport(id) {
      if ((await ask('copyReport', { id })) !== undefined) say({ kind: 'report-copied' }, id)
    },
    readToken: (id) => client.ask('readToken', { id }),
    inspectToken: (text) => client.ask('inspectToken', { text }),
    async startPractice() {
      state.setState({ isPracticeStarting: true })
      const made = await ask('startPractice', {})
      state.setState({ isPracticeStarting: false })
      if (made !== undefined) actions.goTo({ kind: 'profile', id: made.id })
    },
  }
  return { state, actions }
}
