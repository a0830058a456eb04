/** A line of the menu; one without `click` is a label. */
export type MenuLine =
  | { readonly kind: 'line'; readonly label: string; readonly click?: () => void }
  | { readonly kind: 'separator' }

export interface TrayParts {
  /** Returns the menu to show now. */
  readonly menu: () => readonly MenuLine[]
  /** Called at a click on the icon, on systems where that does not show the menu. */
  readonly open: () => void
}

export interface TrayIcon {
  /** Rebuilds the menu, on systems where it must be ready before it is opened. */
  update(tooltip: string): void
  remove(): void
}

/** The tray of the desktop, or the menu bar. */
export interface TrayPort {
  /** True if the menu must be ready before it is opened, and so may be outdated. */
  readonly isMadeAhead: boolean
  /** Calls `listener` soon with true if there is a tray, and when that changes. */
  watch(listener: (isThere: boolean) => void): () => void
  /** Call only while there is a tray. */
  create(parts: TrayParts): TrayIcon
}
