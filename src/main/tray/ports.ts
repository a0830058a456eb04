/** A line of the menu; one without `click` is only read. */
export type MenuLine =
  | { readonly kind: 'line'; readonly label: string; readonly click?: () => void }
  | { readonly kind: 'separator' }

export interface TrayParts {
  /** Makes the menu as it is to be shown now. */
  readonly menu: () => readonly MenuLine[]
  /** A click on the icon itself, where that does not show the menu. */
  readonly open: () => void
}

export interface TrayIcon {
  /** Makes the menu anew where it has to be ready before it is opened. */
  update(tooltip: string): void
  remove(): void
}

/** The tray of the desktop, or the menu bar. */
export interface TrayPort {
  /** Whether a menu has to be made before it is opened, and so gets old. */
  readonly isMadeAhead: boolean
  /** Calls `listener` at once or soon with whether there is a tray, and when that changes. */
  watch(listener: (isThere: boolean) => void): () => void
  /** To be called only while there is a tray. */
  create(parts: TrayParts): TrayIcon
}
