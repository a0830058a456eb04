import type { ClientRequest, Session } from 'electron'

/**
 * Returns true if a request left this computer, as far as Chromium can tell (measured on Electron 33):
 *
 * - `getUploadProgress()` is 0 until there is a connection, including TLS and a proxy's tunnel, and
 *   then counts the sent bytes of the body. Head and body of a token request are sent together, so 0
 *   means that nothing was sent.
 * - The count is updated only every 100 ms, and once more before an error is reported. So it is exact
 *   with an error; without one, a 0 may be outdated.
 * - It proves nothing for requests without a body, nor over HTTP/2, where it stays at 0 although the
 *   server has received the request (see `speakHttp1Only`).
 */
export function hasBegunToSend(request: ClientRequest): boolean {
  return request.getUploadProgress().current > 0
}

const betweenLooks = 25
/** Together longer than Chromium takes to update its count. */
const looks = 12

/**
 * Ends a pending request, and returns true if any of it may have been sent.
 *
 * Closing the connections of a session fails a request without a connection, with an exact count, and
 * lets a sent one continue, whose count then rises. A request that has not reached Chromium's network
 * process survives the first closing, hence several. No other request may use the session.
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
