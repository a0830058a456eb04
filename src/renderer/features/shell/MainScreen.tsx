import { useEffect, useRef, useState } from 'react'
import { useActions, useAppState, useRequest } from '../../store/app-context.ts'
import { isWholeIn, profilesStateIn } from '../../store/app-state.ts'
import { Sidebar } from '../profile-list/Sidebar.tsx'
import { useTextsMadeAhead } from '../profile-list/use-search-text.ts'
import { useWindowShortcuts } from '../shortcuts/use-window-shortcuts.ts'
import classes from './MainScreen.module.css'
import { useSearchFocus } from './use-search-focus.ts'
import { useSecondChunk } from './use-second-chunk.ts'

/** Milliseconds from the list to the rest: starting earlier delays the answer to a first click. */
const restDelay = 120

/**
 * Returns true once the rest of the window should load: after a delay, or when the user acts. The
 * list answers the user first, so the rest waits for the frame with that answer.
 */
function useRestWanted(isEmpty: boolean): boolean {
  const [isWanted, setIsWanted] = useState(isEmpty)
  if (isEmpty && !isWanted) setIsWanted(true)
  useEffect(() => {
    if (isWanted) return
    let timer = setTimeout(() => setIsWanted(true), restDelay)
    let frame = 0
    const want = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        clearTimeout(timer)
        timer = setTimeout(() => setIsWanted(true))
      })
    }
    const signs = ['pointerdown', 'keydown', 'focusin', 'dragenter'] as const
    for (const sign of signs) document.addEventListener(sign, want)
    return () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      for (const sign of signs) document.removeEventListener(sign, want)
    }
  }, [isWanted])
  return isWanted
}

/** The list of profiles beside the chosen page; without profiles the start screen alone. */
export function MainScreen() {
  const isEmpty = useAppState(
    (state) => isWholeIn(state) && profilesStateIn(state)?.order.length === 0,
  )
  const isShowingList = useAppState(({ page }) => page.kind === 'nothing')
  useWindowShortcuts(useSearchFocus())
  useTextsMadeAhead()
  const { reportDrawn } = useActions()
  const { send: getUpdates } = useRequest('getUpdates')
  useEffect(() => {
    // Main has more to do then, and every event of the window passes through its process.
    const timer = setTimeout(() => {
      reportDrawn()
      // Nothing was clicked, so a failure is not shown.
      void getUpdates({})
    }, restDelay)
    return () => clearTimeout(timer)
  }, [reportDrawn, getUpdates])

  const rest = useSecondChunk(useRestWanted(isEmpty))
  // It stays the same element, so that it can have the focus before its contents are loaded.
  const main = useRef<HTMLElement>(null)
  return (
    <div
      className={classes['screen']}
      data-alone={isEmpty || undefined}
      data-showing={isShowingList ? 'list' : 'page'}
    >
      {!isEmpty && <Sidebar />}
      <main ref={main} className={classes['main']} tabIndex={-1}>
        {rest !== undefined && <rest.BesideList main={main} isEmpty={isEmpty} />}
      </main>
    </div>
  )
}
