/** The only origin whose pages may send requests to main. */
export const appScheme = 'app'
export const appHost = 'token-desk'
export const appUrl = `${appScheme}://${appHost}/`

/** The part of Electron's frame that the check needs. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** The part of Electron's event that the check needs; `senderFrame` is null once the frame is gone. */
export interface SenderEvent {
  readonly senderFrame: SenderFrame | null
}

/**
 * Returns true for a message from the main frame of our own page. A custom scheme has
 * the origin `null`, so protocol and host are compared. Reading a frame that has
 * just been destroyed throws, and counts as not ours.
 */
export function isOurMainFrame(event: SenderEvent): boolean {
  try {
    const frame = event.senderFrame
    if (frame === null || frame.parent !== null) return false
    const { protocol, host } = new URL(frame.url)
    return protocol === `${appScheme}:` && host === appHost
  } catch {
    return false
  }
}
