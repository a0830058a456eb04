export interface Shown {
  readonly title: string
  readonly body: string
  /** The word on a button, on systems that have buttons there; a click elsewhere is `onClick`. */
  readonly button?: { readonly label: string; readonly onPress: () => void }
  readonly onClick: () => void
}

/** The notifications of the system. */
export interface NotificationPort {
  /** Shows one, if the system can; the returned function takes it away again. */
  show(shown: Shown): () => void
  /** Returns whether the system refused the last one. */
  isRefused(): boolean
}
