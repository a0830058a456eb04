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

/** Returns the page to show after its profile was removed, or after the first profile arrived. */
function pageAfter(page: Page, before: ProfilesState, after: ProfilesState): Page {
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
  /** Called after each load that succeeded. */
  readonly onLoaded: () => void
}

/**
 * Keeps the page's copy of main's state. It subscribes before it requests the snapshot, so that no
 * change is lost between the two; changes that arrive before the snapshot wait for it.
 */
export function followMain(
  bridge: Bridge,
  client: Client,
  state: StoreApi<AppState>,
  { onOther, onLoaded }: Listeners,
) {
  let waiting: Change[] = []
  /** Profiles that arrived while main was still reading others; all appear together at the end. */
  let arriving: ProfileView[] = []
  let isListening = false

  /** Returns the part of a change to show now: profiles on show already, or all once main has read them. */
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
    // A locked window has no profiles; after unlocking, the snapshot has them.
    if (isLocked(profilesState) && !isLocked(after)) return void load()
    const stillThere = (id: ProfileId | null) => (id !== null && after.profiles.has(id) ? id : null)
    const removed = new Set(change.removed)
    state.setState(({ page, copyOffered, deleting, toast }) => ({
      phase: { kind: 'ready', profilesState: after },
      page: pageAfter(page, profilesState, after),
      copyOffered: stillThere(copyOffered),
      // A toast disappears with its profile.
      toast: toast?.about != null && removed.has(toast.about) ? null : toast,
      deleting: stillThere(deleting),
    }))
  }

  function handle(event: BridgeEvent): void {
    if (event.name === 'changed') apply(event.data)
    else onOther(event)
  }

  async function load(): Promise<void> {
    state.setState({ phase: { kind: 'loading' } })
    // Subscribe once, also across repeated loads.
    if (!isListening) bridge.subscribe(handle)
    isListening = true
    const result = await client.send('getSnapshot', {})
    if (!result.ok) {
      state.setState({ phase: { kind: 'failed', error: result.error } })
      return
    }
    const received = profilesStateOf(result.value)
    arriving = result.value.profiles.filter(({ id }) => !received.profiles.has(id))
    const profilesState = waiting.reduce(
      (sofar, change) => withChange(sofar, shownOf(sofar, change)),
      received,
    )
    waiting = []
    if (isLocked(received) && !isLocked(profilesState)) return load()
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
