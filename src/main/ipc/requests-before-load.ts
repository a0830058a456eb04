import type { RequestName } from '../../shared/contract.ts'
import type { Loading } from '../engine/engine-api.ts'

/**
 * What is answered while profiles are still being read: it is about one that is there, or about
 * none. Everything else might look at a part of them and take it for all.
 */
const requestsBeforeLoad: ReadonlySet<RequestName> = new Set([
  'obtainToken',
  'refreshToken',
  'tryOtherMethods',
  'cancelRequest',
  'readToken',
  'copyHeader',
  'copyToken',
  'copySnippet',
  'testToken',
  'cancelTest',
  'copyReport',
  'inspectToken',
  'restart',
  'lockNow',
  'reportTyping',
  'changeSettings',
  'takeOpenedFile',
  'getDesktop',
  'reportShown',
  'reportDrawn',
  'getUpdates',
  'lookForUpdate',
  'dismissUpdate',
  'openUpdatePage',
])

/**
 * When a request may be answered. Rejects where the profiles could not be loaded. `hurry` is
 * called when one waits for all of them.
 */
export function whenLoaded(
  { first, all }: Loading,
  hurry: () => void,
): (name: RequestName) => Promise<void> | null {
  return (name) => {
    if (name === 'getSnapshot') return first
    if (requestsBeforeLoad.has(name)) return null
    hurry()
    return all
  }
}
