import type { StoreApi } from 'zustand/vanilla'
import type { ProfileId } from '../../shared/profile.ts'
import type { Client } from '../client.ts'
import { type AppState, chosenIn, type Page, profileIn, profilesStateIn } from './app-state.ts'

/** Calls `work` for a profile that was chosen outside of the window; once it is read, if it is there. */
function whenRead(state: StoreApi<AppState>, id: ProfileId, work: () => void): void {
  const show = (now: AppState) => {
    if (profileIn(now, id) !== undefined) work()
  }
  const mayCome = (now: AppState) =>
    now.phase.kind === 'loading' || (profilesStateIn(now)?.toCome ?? 0) > 0
  const now = state.getState()
  show(now)
  if (profileIn(now, id) !== undefined || !mayCome(now)) return
  const stop = state.subscribe((later) => {
    if (mayCome(later)) return
    stop()
    show(later)
  })
}

/** Shows a profile that was chosen outside of the window. */
export function showAsked(
  state: StoreApi<AppState>,
  id: ProfileId,
  goTo: (page: Page) => void,
): void {
  whenRead(state, id, () => goTo({ kind: 'profile', id }))
}

/** Offers to copy the header of a profile that was chosen outside, over whatever is shown. */
export function offerCopy(state: StoreApi<AppState>, id: ProfileId): void {
  whenRead(state, id, () => state.setState({ copyOffered: id }))
}

/** Tells main which profile is on show, so that it does not tell what one sees anyway. */
export function tellShown(
  state: Pick<StoreApi<AppState>, 'getState' | 'subscribe'>,
  client: Client,
): void {
  let told: ProfileId | null = null
  state.subscribe((now) => {
    const id = chosenIn(now)
    if (id === told) return
    told = id
    void client.ask('reportShown', { id })
  })
}
