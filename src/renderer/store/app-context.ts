import { createContext, use, useCallback, useState } from 'react'
import { useStore } from 'zustand'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts'
import type { Result } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { WindowLanguage } from '../language.ts'
import type { Now } from '../now/now.ts'
import { type AppState, profileIn } from './app-state.ts'
import type { Actions, AppStore } from './app-store.ts'

/** The parts that every component may use. */
export interface AppParts {
  readonly store: AppStore
  readonly now: Now
  readonly language: WindowLanguage
}

const AppContext = createContext<AppParts | null>(null)
export const AppProvider = AppContext.Provider

export function useApp(): AppParts {
  const parts = use(AppContext)
  if (parts === null) throw new Error('a component is used outside of AppProvider')
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

/** A request of the contract, as a component uses it. Its functions are stable. */
export interface PageRequest<Name extends RequestName> {
  /** Sends the request; the caller shows a failure. */
  readonly send: (input: RequestInput<Name>) => Promise<Result<RequestOutput<Name>>>
  /** Sends the request and shows a failure in the window's notice; `undefined` after a failure. */
  readonly run: (input: RequestInput<Name>) => Promise<RequestOutput<Name> | undefined>
  /** True while a request of this component is under way. */
  readonly isPending: boolean
}

/** Returns the request `name` of the contract. */
export function useRequest<Name extends RequestName>(name: Name): PageRequest<Name> {
  const { send, run } = useApp().store
  const [pending, setPending] = useState(0)
  const counted = useCallback(async <Value>(response: Promise<Value>): Promise<Value> => {
    setPending((count) => count + 1)
    try {
      return await response
    } finally {
      setPending((count) => count - 1)
    }
  }, [])
  return {
    send: useCallback((input) => counted(send(name, input)), [counted, send, name]),
    run: useCallback((input) => counted(run(name, input)), [counted, run, name]),
    isPending: pending > 0,
  }
}
