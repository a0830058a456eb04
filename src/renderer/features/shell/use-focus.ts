import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Page } from '../../store/app-state.ts'

/**
 * Keeps the focus in the window: what had it may be taken away by its own click, or wait
 * (a button that loads is disabled, and loses it). It gets the focus back when it can take it
 * again; otherwise the place it stood in does, and a keyboard goes on from there.
 */
export function useFocusKeeper(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const page = main.current
    if (page === null) return
    let last: HTMLElement | null = null

    const remember = ({ target }: FocusEvent) => {
      // A menu closes with a choice; its button then has the focus.
      if (target instanceof Element && target.closest('[role="menu"]') !== null) return
      last = target instanceof HTMLElement && target !== page ? target : null
    }
    const keep = () => {
      if (last === null || document.activeElement !== document.body) return
      if (!last.isConnected) {
        last = null
        page.focus({ preventScroll: true })
      } else if (!last.matches(':disabled')) last.focus({ preventScroll: true })
    }
    // A click on the background removes the focus on purpose.
    const forget = () => {
      last = null
    }
    const observer = new MutationObserver(keep)
    observer.observe(page, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    })
    page.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget, { capture: true })
    return () => {
      observer.disconnect()
      page.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget, { capture: true })
    }
  }, [main])
}

type Main = RefObject<HTMLElement | null>

/**
 * Moves the focus to the main area if the focused element is gone after a change of page, so that a
 * keyboard or screen-reader user does not start again at the top of the window.
 */
export function useFocusRescue(main: Main, page: Page): void {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    if (document.activeElement === document.body) main.current?.focus()
  }, [main, page])
}

/**
 * Moves the focus into the window after unlocking, since the clicked element is gone. The first
 * screen takes no focus and begins at its top.
 */
export function useFocusAfterUnlock(shown: 'locked' | 'open' | 'neither'): void {
  const wasLocked = useRef(false)
  useEffect(() => {
    if (shown === 'locked') wasLocked.current = true
    if (shown !== 'open' || !wasLocked.current) return
    wasLocked.current = false
    if (document.activeElement === document.body) document.querySelector('main')?.focus()
  }, [shown])
}

/**
 * Remembers what had the focus when a dialog opened, and gives it back when the
 * returned function is called. The dialog can't: its code is still on the way then.
 */
export function useFocusReturn(main: Main, isOpen: boolean): () => void {
  const asker = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (isOpen) asker.current = document.activeElement
  }, [isOpen])
  return () => {
    const { current } = asker
    if (current instanceof HTMLElement && current.isConnected) current.focus()
    else main.current?.focus()
  }
}

/** Moves the focus to the position of `element` if it is removed while focused. */
export function useFocusHeir(element: Main): void {
  useLayoutEffect(() => {
    const { current } = element
    return () => {
      if (current?.contains(document.activeElement)) {
        current.closest('main')?.focus({ preventScroll: true })
      }
    }
  }, [element])
}
