import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useActions, useAppState, useRequest } from '../../store/app-context.ts'
import { isAskingIn, isWholeIn, profilesStateIn } from '../../store/app-state.ts'
import { FileDrop } from '../import/FileDrop.tsx'
import { LockNotice, VaultNotices } from '../notices/VaultNotices.tsx'
import { Sidebar } from '../profile-list/Sidebar.tsx'
import { useTextsMadeAhead } from '../profile-list/use-search-text.ts'
import { useWindowShortcuts } from '../shortcuts/use-window-shortcuts.ts'
import { StartScreen } from '../start/StartScreen.tsx'
import classes from './MainScreen.module.css'
import { PlaceView } from './PageView.tsx'
import { useFocusKeeper, useFocusRescue, useFocusReturn } from './use-focus.ts'
import { useSearchFocus } from './use-search-focus.ts'

const Overlays = lazy(async () => {
  const { Overlays } = await import('./Overlays.tsx')
  return { default: Overlays }
})

const Questions = lazy(async () => {
  const { Questions } = await import('./Overlays.tsx')
  return { default: Questions }
})

const UpdateNotice = lazy(async () => {
  const { UpdateNotice } = await import('../updates/UpdateNotice.tsx')
  return { default: UpdateNotice }
})

/** The list of profiles beside what was chosen; the start screen, while there is none. */
export function MainScreen() {
  const isEmpty = useAppState(
    (state) => isWholeIn(state) && profilesStateIn(state)?.order.length === 0,
  )
  const page = useAppState((state) => state.page)
  const isAsking = useAppState(isAskingIn)
  const isCovered = useAppState(({ overlay }) => overlay !== null)
  const [needsOverlays, setNeedsOverlays] = useState(false)
  if (isCovered && !needsOverlays) setNeedsOverlays(true)
  const [needsDialog, setNeedsDialog] = useState(false)
  if (isAsking && !needsDialog) setNeedsDialog(true)
  const main = useRef<HTMLElement>(null)
  useFocusRescue(main, page)
  useFocusKeeper(main)
  useWindowShortcuts(useSearchFocus())
  useTextsMadeAhead()
  // Another place begins at its top.
  useLayoutEffect(() => {
    if (page !== undefined) main.current?.scrollTo(0, 0)
  }, [page])
  const returnFocus = useFocusReturn(main, isAsking || isCovered)
  const hasUpdate = useAppState(({ updates }) => updates !== null && updates.found !== null)
  const { reportDrawn } = useActions()
  const { send: getUpdates } = useRequest('getUpdates')
  useEffect(() => {
    const callback = requestIdleCallback(() => {
      reportDrawn()
      // Nothing was clicked, so a failure is not shown.
      void getUpdates({})
    })
    return () => cancelIdleCallback(callback)
  }, [reportDrawn, getUpdates])

  // The list is there first, and can be used: what was chosen in it comes a frame later.
  const isListDrawn = useDeferredValue(true, isEmpty)
  // What is shown although there is no profile.
  const isStart = isEmpty && !('from' in page)
  return (
    <div
      className={classes['screen']}
      data-alone={isEmpty || undefined}
      data-showing={page.kind === 'nothing' ? 'list' : 'page'}
    >
      {!isEmpty && <Sidebar />}
      <main ref={main} className={classes['main']} tabIndex={-1}>
        <VaultNotices />
        <LockNotice />
        {hasUpdate && (
          <Suspense>
            <UpdateNotice />
          </Suspense>
        )}
        {isStart && <StartScreen />}
        {!isStart && isListDrawn && <PlaceView />}
      </main>
      <FileDrop />
      {needsOverlays && (
        <Suspense>
          <Overlays onClosed={returnFocus} />
        </Suspense>
      )}
      {needsDialog && (
        <Suspense>
          <Questions onClosed={returnFocus} />
        </Suspense>
      )}
    </div>
  )
}
