import type { ClientRequest, Session } from 'electron'

/**
 * Whether a request left this computer, as far as Chromium can tell (measured on Electron 33):
 *
 * - `getUploadProgress()` stays at 0 until a connection stands, TLS and the tunnel of a proxy
 *   included, and then counts the bytes of the body as they are handed to it. Head and body of
 *   a token request go out together, so 0 means that nothing has left.
 * - While a request waits it is brought up to date every 100 ms only; before an error is
 *   reported it is brought up to date once more. So it is exact with an error, and without one
 *   a 0 may be old.
 * - It says nothing of a request without a body, nor of one over HTTP/2, where it stays at 0
 *   although the server has it (see `speakHttp1Only`).
 */
export function hasBegunToSend(request: ClientRequest): boolean {
  return request.getUploadProgress().current > 0
}

const betweenLooks = 25
/** Longer than Chromium takes to bring its count up to date. */
const looks = 12

/**
 * Ends a request that waits, without an answer, and says whether any of it may have left.
 *
 * Closing the connections of a session makes a request that has none yet fail, with an exact
 * count, and lets one that is on its way go on, whose count then rises. What has not even
 * reached Chromium's network process goes past the first closing: hence several. The session
 * must be the request's alone.
 */
export function hangUp(request: ClientRequest, ownSession: Session): Promise<boolean> {
  return new Promise((resolve) => {
    let looksLeft = looks
    const timer = setInterval(look, betweenLooks)
    function settle(mayHaveLeft: boolean): void {
      clearInterval(timer)
      resolve(mayHaveLeft)
    }
    function look(): void {
      looksLeft -= 1
      if (hasBegunToSend(request) || looksLeft === 0) settle(true)
      else void ownSession.closeAllConnections()
    }
    request.on('response', () => settle(true))
    request.on('redirect', () => settle(true))
    request.on('error', ({ message }) => {
      settle(message !== 'net::ERR_ABORTED' || hasBegunToSend(request))
    })
    look()
  })
}
