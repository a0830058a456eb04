import type { Bridge } from '../shared/bridge.ts'
import type { RequestInput, RequestName, RequestOutput } from '../shared/contract.ts'
import type { AppError, Result } from '../shared/errors.ts'

/** The page's way to main: as the bridge, but it never rejects. */
export interface Client {
  ask<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>
}

/** As a client, but it shows by itself why there is nothing. */
export type Ask = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<RequestOutput<Name> | undefined>

/** Main did not answer at all; there is no incident in its log then. */
const noAnswer: AppError = { code: 'internal', incident: 'no-answer' }

/** Makes the client of a bridge; whatever goes wrong on the way becomes an `AppError`. */
export function createClient(bridge: Bridge): Client {
  return {
    async ask(name, input) {
      try {
        return await bridge.request(name, input)
      } catch {
        return { ok: false, error: noAnswer }
      }
    },
  }
}
