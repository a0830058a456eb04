import type { StoreApi } from 'zustand/vanilla'
import { assertNever } from '../../shared/assert-never.ts'
import type { BridgeEvent } from '../../shared/bridge.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Client } from '../client.ts'
import { type AppState, type Page, pageBefore, profileIn, profilesStateIn } from './app-state.ts'

interface Navigation {
  /** Shows a page; asks first if typed input would be lost. */
  readonly goTo: (page: Page) => void
  readonly askToLock: () => void
}

/** Handles the events of main other than changes of profiles. */
export function handleMainEvent(
  event: Exclude<BridgeEvent, { name: 'changed' }>,
  client: Client,
  state: StoreApi<AppState>,
  { goTo, askToLock }: Navigation,
): void {
  switch (event.name) {
    case 'lockAsked':
      askToLock()
      return
    case 'lockRefused':
      state.setState({ lockNotice: { refused: event.data.error, lostTyping: false } })
      return
    case 'profileAsked': {
      const { id } = event.data
      whenRead(state, id, () => goTo({ kind: 'profile', id }))
      return
    }
    case 'copyAsked': {
      const { id } = event.data
      whenRead(state, id, () => state.setState({ copyOffered: id }))
      return
    }
    case 'fileOpened':
      // Loading replaces the page, so a file shown before it would disappear.
      if (state.getState().phase.kind === 'ready') void showOpenedFile(client, state, goTo)
      return
    case 'updatesChanged':
      state.setState({ updates: event.data })
      return
    default:
      assertNever(event)
  }
}

/** Calls `work` once main has read a profile that was chosen outside the window, if it exists. */
function whenRead(state: StoreApi<AppState>, id: ProfileId, work: () => void): void {
  const isThere = (now: AppState) => profileIn(now, id) !== undefined
  const isReading = (now: AppState) =>
    now.phase.kind === 'loading' || (profilesStateIn(now)?.toCome ?? 0) > 0
  const now = state.getState()
  if (isThere(now)) {
    work()
    return
  }
  if (!isReading(now)) return
  const stop = state.subscribe((later) => {
    if (isReading(later)) return
    stop()
    if (isThere(later)) work()
  })
}

/**
 * Shows the file that the system opened with the app, if there is one. While the window is
 * locked main keeps the file, and a notice shows that it waits.
 */
export async function showOpenedFile(
  client: Client,
  state: StoreApi<AppState>,
  goTo: (page: Page) => void,
): Promise<void> {
  const answer = await client.send('takeOpenedFile', {})
  if (!answer.ok) {
    state.setState({ trouble: answer.error })
    return
  }
  const opened = answer.value
  state.setState({ fileWaits: opened.kind === 'waits' })
  const before = pageBefore(state.getState())
  const from = before.kind === 'profile' ? before.id : null
  switch (opened.kind) {
    case 'none':
    case 'waits':
      return
    case 'opened':
      return goTo({ kind: 'import', from, file: new File([opened.text], opened.name) })
    case 'refused':
      return goTo({ kind: 'import', from, file: opened })
    default:
      return assertNever(opened)
  }
}
