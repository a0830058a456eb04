import { useEffect, useEffectEvent } from 'react'
import { stateOf } from '../../../shared/profile-state.ts'
import { useApp } from '../../store/app-context.ts'
import {
  isAskingIn,
  originIn,
  profileIn,
  profilesStateIn,
  readOnlyIn,
} from '../../store/app-state.ts'
import { isTypedInto } from '../shell/is-typed-into.ts'
import { isMac } from './is-mac.ts'
import { type ShortcutIn, shortcutFor } from './shortcuts.ts'

/** Binds the table's shortcuts of the window. `search` focuses the search field. */
export function useWindowShortcuts(search: () => void): void {
  const { store, now } = useApp()
  const { actions } = store

  async function getToken(): Promise<void> {
    // Loaded with the details, not with the list.
    const { offeredActions } = await import('../profile-detail/offered-actions.ts')
    const state = store.state.getState()
    const profile = state.page.kind === 'profile' ? profileIn(state, state.page.id) : undefined
    if (profile === undefined || profile.tokenRun !== null || profile.locked) return
    const { request } = offeredActions(profile, stateOf(profile, now.get()))
    void store.run(request, { id: profile.id })
  }

  function editProfile(): void {
    const state = store.state.getState()
    const profile = state.page.kind === 'profile' ? profileIn(state, state.page.id) : undefined
    const isReadOnly = profilesStateIn(state)?.vault.protection.kind === 'read-only'
    if (profile === undefined || profile.locked || isReadOnly) return
    actions.goTo({ kind: 'edit-profile', id: profile.id })
  }

  function newProfile(): void {
    const state = store.state.getState()
    if (readOnlyIn(state) === null) actions.goTo({ kind: 'new-profile', from: originIn(state) })
  }

  const runs: Readonly<Record<ShortcutIn<'anywhere' | 'outside-fields'>, () => void>> = {
    palette: () => actions.set({ overlay: 'palette' }),
    shortcuts: () => actions.set({ overlay: 'shortcuts' }),
    search,
    'new-profile': newProfile,
    'edit-profile': editProfile,
    'get-token': () => void getToken(),
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const isTyping = isTypedInto(event.target)
    const places = isTyping ? (['anywhere'] as const) : (['anywhere', 'outside-fields'] as const)
    const id = shortcutFor(places, event, isMac)
    if (id === undefined || isAskingIn(store.state.getState())) return
    event.preventDefault()
    const { overlay } = store.state.getState()
    if (overlay === id) actions.set({ overlay: null })
    else if (overlay === null) runs[id]()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
