import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '../../store/app-state.ts'

/** Puts a focus that got lost on `main`. */
export function rescueFocus(main: HTMLElement | null): void {
  if (document.activeElement === document.body) main?.focus()
}

/**
 * What had the focus may be gone when the window shows something else; a keyboard
 * or screen-reader user goes on from there instead of from the top of the window.
 */
export function useFocusRescue(main: RefObject<HTMLElement | null>, place: Place): void {
  const shown = useRef(place)
  useEffect(() => {
    if (shown.current === place) return
    shown.current = place
    rescueFocus(main.current)
  }, [main, place])
}
