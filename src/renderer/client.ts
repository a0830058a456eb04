import type { Bridge, TextBridge } from '../shared/bridge.ts'
import type { RequestInput, RequestName, RequestOutput } from '../shared/contract.ts'
import type { AppError, Result } from '../shared/errors.ts'

/** Sends requests to main; never rejects. */
export interface Client {
  send<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>
}

/** The error of a request that main did not answer, so its log has no incident. */
const noAnswer: AppError = { code: 'internal', incident: 'no-answer' }

/** Creates the client of a bridge; a request that the bridge rejects becomes an `AppError`. */
export function createClient(bridge: Bridge): Client {
  return {
    async send(name, input) {
      try {
        return await bridge.request(name, input)
      } catch {
        return { ok: false, error: noAnswer }
      }
    },
  }
}

/** Returns the bridge over the preload, which passes the texts of main on. */
export function parseTexts(bridge: TextBridge): Bridge {
  return {
    request: async (name, input) => JSON.parse(await bridge.request(name, input)),
    subscribe: (listener) => bridge.subscribe((text) => listener(JSON.parse(text))),
  }
}
