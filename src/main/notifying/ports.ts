export interface Shown {
  readonly title: string
  readonly body: string
  /** A button, on systems that support it; a click elsewhere calls `onClick`. */
  readonly button?: { readonly label: string; readonly onPress: () => void }
  readonly onClick: () => void
}

/** The notifications of the system. */
export interface NotificationPort {
  /** Shows a notification, if supported; the returned function withdraws it. */
  show(shown: Shown): () => void
  /** Returns whether the system refused the last one. */
  isRefused(): boolean
}
