import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Now } from '../now/now.ts'
import { type AppState, profileIn } from './app-state.ts'
import type { Actions, AppStore } from './app-store.ts'

/** What every part of the window may use. */
export interface AppParts {
  readonly store: AppStore
  readonly now: Now
}

const AppContext = createContext<AppParts | null>(null)
export const AppProvider = AppContext.Provider

export function useApp(): AppParts {
  const parts = use(AppContext)
  if (parts === null) throw new Error('a part of the window stands outside of AppProvider')
  return parts
}

export function useAppState<Value>(selector: (state: AppState) => Value): Value {
  return useStore(useApp().store.state, selector)
}

export function useActions(): Actions {
  return useApp().store.actions
}

export function useProfile(id: ProfileId): ProfileView | undefined {
  return useAppState((state) => profileIn(state, id))
}
