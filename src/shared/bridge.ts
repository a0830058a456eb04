import type { EventData, EventName, RequestInput, RequestName, RequestOutput } from './contract.ts'
import type { Result } from './errors.ts'

/** The only two channels between a page and main. */
export const requestChannel = 'token-desk:request'
export const eventChannel = 'token-desk:event'

export type BridgeEvent = {
  [Name in EventName]: { readonly name: Name; readonly data: EventData<Name> }
}[EventName]

/** How the page speaks to main. */
export interface Bridge {
  /** Asks main; never rejects for a reason a user could act on. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: BridgeEvent) => void): () => void
}

/**
 * What the preload puts into the page as `window.tokenDesk`: the bridge, but what comes from
 * main is JSON text. Between the preload's world and the page's, a text is copied at once and
 * an object member by member (decision 23).
 */
export interface TextBridge {
  /** Resolves with the text of a `Result`. */
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<string>
  /** Calls `listener` with the text of each `BridgeEvent`. */
  subscribe(listener: (event: string) => void): () => void
}
