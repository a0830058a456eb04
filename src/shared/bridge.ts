import type { EventData, EventName, RequestInput, RequestName, RequestOutput } from './contract.ts'
import type { Result } from './errors.ts'

/** The only two channels between a page and main. */
export const requestChannel = 'token-desk:request'
export const eventChannel = 'token-desk:event'

export type BridgeEvent = {
  [Name in EventName]: { readonly name: Name; readonly data: EventData<Name> }
}[EventName]

/** The page's interface to the main process. */
export interface Bridge {
  /** Sends a request; never rejects for a reason that a user could act on. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: BridgeEvent) => void): () => void
}

/**
 * The bridge as the preload exposes it in `window.tokenDesk`, with JSON text for everything that the
 * main process sends: the context bridge copies a text at once and an object member by member
 * (decision 23).
 */
export interface TextBridge {
  /** Resolves with the text of a `Result`. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<string>
  /** Calls `listener` with the text of each `BridgeEvent`. */
  subscribe(listener: (event: string) => void): () => void
}
