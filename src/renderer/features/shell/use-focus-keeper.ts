import { type RefObject, useEffect } from 'react'

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
      // A menu goes with what is chosen in it; whoever opened it goes on from its button.
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
    // Somebody who clicks beside everything wants no focus.
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
