import type { StoreApi } from 'zustand/vanilla'
import { assertNever } from '../../shared/assert-never.ts'
import type { Client } from '../client.ts'
import { type AppState, type Page, placeBefore } from './app-state.ts'

/**
 * Shows the file that the system opened with the app, if there is one. While the window is
 * locked main keeps it, and the window says that it waits.
 */
export async function showOpenedFile(
  client: Client,
  state: StoreApi<AppState>,
  goTo: (page: Page) => void,
): Promise<void> {
  const answer = await client.ask('takeOpenedFile', {})
  if (!answer.ok) {
    state.setState({ trouble: answer.error })
    return
  }
  const opened = answer.value
  state.setState({ fileWaits: opened.kind === 'waits' })
  const before = placeBefore(state.getState())
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
