import { lazy, type RefObject, Suspense, useLayoutEffect, useState } from 'react'
import { useAppState } from '../../store/app-context.ts'
import { isAskingIn } from '../../store/app-state.ts'
import { FileDrop } from '../import/FileDrop.tsx'
import { LockNotice, VaultNotices } from '../notices/VaultNotices.tsx'
import { StartScreen } from '../start/StartScreen.tsx'
import { PageView } from './PageView.tsx'
import { useFocusKeeper, useFocusRescue, useFocusReturn } from './use-focus.ts'

const Overlays = lazy(async () => ({ default: (await import('./Overlays.tsx')).Overlays }))

const Questions = lazy(async () => ({ default: (await import('./Overlays.tsx')).Questions }))

const UpdateNotice = lazy(async () => ({
  default: (await import('../updates/UpdateNotice.tsx')).UpdateNotice,
}))

export interface MainAreaProps {
  /** The element around it, which exists before it. */
  readonly main: RefObject<HTMLElement | null>
  readonly isEmpty: boolean
}

/** The chosen page with its notices, and the overlays and dialogs of the window. */
export function MainArea({ main, isEmpty }: MainAreaProps) {
  const page = useAppState((state) => state.page)
  const isAsking = useAppState(isAskingIn)
  const isCovered = useAppState(({ overlay }) => overlay !== null)
  const hasUpdate = useAppState(({ updates }) => updates !== null && updates.found !== null)
  // Once loaded they stay, so that they can close with a transition.
  const [needsOverlays, setNeedsOverlays] = useState(false)
  if (isCovered && !needsOverlays) setNeedsOverlays(true)
  const [needsDialog, setNeedsDialog] = useState(false)
  if (isAsking && !needsDialog) setNeedsDialog(true)
  useFocusRescue(main, page)
  useFocusKeeper(main)
  // Another page begins at its top.
  useLayoutEffect(() => {
    if (page !== undefined) main.current?.scrollTo(0, 0)
  }, [main, page])
  const returnFocus = useFocusReturn(main, isAsking || isCovered)

  // Pages with `from` exist without any profile.
  const isStart = isEmpty && !('from' in page)
  return (
    <>
      <VaultNotices />
      <LockNotice />
      {hasUpdate && (
        <Suspense>
          <UpdateNotice />
        </Suspense>
      )}
      {isStart ? <StartScreen /> : <PageView />}
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
    </>
  )
}
