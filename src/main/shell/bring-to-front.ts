/** The part of Electron's `BrowserWindow` that is used. */
export interface Raisable {
  isDestroyed(): boolean
  isFocused(): boolean
  isMinimized(): boolean
  restore(): void
  show(): void
  hide(): void
  focus(): void
  once(event: 'focus', listener: () => void): unknown
  off(event: 'focus', listener: () => void): unknown
}

interface Options {
  /** The compositor decides which window gets the focus. */
  readonly isWayland: boolean
  /** Calls `work` after `milliseconds`; returns a function that prevents it. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}

/** Milliseconds within which a compositor gives the focus, if it does. */
const maxWait = 700

function getsFocus(window: Raisable, { after }: Options): Promise<boolean> {
  if (window.isFocused()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const settle = (hasFocus: boolean) => {
      stopTimer()
      window.off('focus', focused)
      resolve(hasFocus)
    }
    const focused = () => settle(true)
    const stopTimer = after(maxWait, () => settle(false))
    window.once('focus', focused)
  })
}

/**
 * Shows a window in front of the others and resolves with whether it has the focus. Under Wayland no
 * program can raise its own window, nor learn that it was minimized, so one that does not get the
 * focus is hidden and shown again: a new window is placed in front by most compositors.
 */
export async function bringToFront(window: Raisable, options: Options): Promise<boolean> {
  if (window.isDestroyed()) return false
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  if (await getsFocus(window, options)) return true
  if (!options.isWayland || window.isDestroyed()) return false
  window.hide()
  window.show()
  window.focus()
  return getsFocus(window, options)
}
