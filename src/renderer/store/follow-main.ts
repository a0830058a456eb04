import type { StoreApi } from 'zustand/vanilla'
import type { Bridge, BridgeEvent } from '../../shared/bridge.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Client } from '../client.ts'
import { type AppState, type Page, profilesStateIn } from './app-state.ts'
import {
  type Change,
  neighbourOf,
  type ProfilesState,
  profilesStateOf,
  withChange,
} from './profiles-state.ts'

/** Where the window goes when its profile is gone, or when the first of several is there. */
function placeAfter(page: Page, before: ProfilesState, after: ProfilesState): Page {
  const [first] = after.order
  if (page.kind === 'nothing' && before.toCome > after.toCome && first !== undefined) {
    return { kind: 'profile', id: first }
  }
  if (page.kind !== 'profile' && page.kind !== 'edit-profile') return page
  if (after.profiles.has(page.id) || !before.profiles.has(page.id)) return page
  const id = neighbourOf(before, after, page.id)
  return id === undefined ? { kind: 'nothing' } : { kind: 'profile', id }
}

function isLocked({ vault }: ProfilesState): boolean {
  return vault.protection.kind === 'locked'
}

interface Listeners {
  readonly onOther: (event: Exclude<BridgeEvent, { name: 'changed' }>) => void
  /** Called when everything is there, each time. */
  readonly onLoaded: () => void
}

/**
 * Keeps the desk as main has it. It listens first and asks for the snapshot then, so
 * that no change falls between the two; changes that come meanwhile wait.
 */
export function followMain(
  bridge: Bridge,
  client: Client,
  state: StoreApi<AppState>,
  { onOther, onLoaded }: Listeners,
) {
  let waiting: Change[] = []
  /** Profiles that came while others were still to come: they are shown together, with the last. */
  let arriving: ProfileView[] = []
  let isListening = false

  /** What of a change is to be shown now: of profiles that are there already, or of all. */
  function shownOf(profilesState: ProfilesState, change: Change): Change {
    if (change.revision < profilesState.revision) return change
    const removed = new Set(change.removed)
    arriving = arriving.filter(({ id }) => !removed.has(id))
    if (change.toCome === 0) {
      const profiles = [...arriving, ...change.profiles]
      arriving = []
      return { ...change, profiles }
    }
    const isThere = ({ id }: ProfileView) => profilesState.profiles.has(id)
    arriving.push(...change.profiles.filter((profile) => !isThere(profile)))
    return { ...change, profiles: change.profiles.filter(isThere) }
  }

  function apply(change: Change): void {
    const profilesState = profilesStateIn(state.getState())
    if (profilesState === undefined) {
      waiting.push(change)
      return
    }
    const shown = shownOf(profilesState, change)
    const isNews =
      shown.profiles.length > 0 ||
      shown.removed.length > 0 ||
      shown.vault.protection.kind !== profilesState.vault.protection.kind
    if (change.toCome > 0 && !isNews) return
    const after = withChange(profilesState, shown)
    // A locked window knows no profile: now it may.
    if (isLocked(profilesState) && !isLocked(after)) return void load()
    const stillThere = (id: ProfileId | null) => (id !== null && after.profiles.has(id) ? id : null)
    const removed = new Set(change.removed)
    state.setState(({ page, copyOffered, deleting, toast }) => ({
      phase: { kind: 'ready', profilesState: after },
      page: placeAfter(page, profilesState, after),
      copyOffered: stillThere(copyOffered),
      // A toast about a profile goes with it.
      toast: toast?.about != null && removed.has(toast.about) ? null : toast,
      deleting: stillThere(deleting),
    }))
  }

  function hear(event: BridgeEvent): void {
    if (event.name === 'changed') apply(event.data)
    else onOther(event)
  }

  async function load(): Promise<void> {
    state.setState({ phase: { kind: 'loading' } })
    // For as long as the page lives, also across attempts.
    if (!isListening) bridge.subscribe(hear)
    isListening = true
    const result = await client.ask('getSnapshot', {})
    if (!result.ok) {
      state.setState({ phase: { kind: 'failed', error: result.error } })
      return
    }
    const told = profilesStateOf(result.value)
    arriving = result.value.profiles.filter(({ id }) => !told.profiles.has(id))
    const profilesState = waiting.reduce(
      (sofar, change) => withChange(sofar, shownOf(sofar, change)),
      told,
    )
    waiting = []
    if (isLocked(told) && !isLocked(profilesState)) return load()
    const [first] = profilesState.order
    const { lockNews } = result.value
    state.setState(({ lockNotice }) => ({
      phase: { kind: 'ready', profilesState },
      lockNotice: lockNews ?? lockNotice,
      page: first === undefined ? { kind: 'nothing' } : { kind: 'profile', id: first },
    }))
    onLoaded()
  }

  return { load }
}
