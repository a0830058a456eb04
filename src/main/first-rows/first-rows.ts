import type { RequestName } from '../../shared/contract.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Engine, Loading } from '../engine/engine-api.ts'
import type { EngineClock } from '../engine/ports.ts'
import type { FirstRowsFile } from './first-rows-file.ts'

/**
 * Loads the profiles so that a long list can be used before all of it is read (decision 62).
 *
 * 1. The page reports which profiles are at the top of the list (`reportFirstRows`); a file keeps
 *    their ids until the next start.
 * 2. The engine reads these first. The page gets its snapshot then, with the number to come.
 * 3. The engine reads the others when the page has drawn the first rows (`reportDrawn`), when a
 *    request needs all profiles, when the user locks, or after three seconds. Reading at once
 *    would draw the first rows later: it takes a processor, and turns of the process that every
 *    event of the window passes through. A locked window has no rows to wait for.
 * 4. Until all are read, only requests about one profile, or about none, are answered.
 * 5. Work that the first list does not need waits for `drawn`.
 */
export interface FirstRows extends Loading {
  /** Returns what a request has to wait for, if anything; rejects if the profiles can't be loaded. */
  whenLoaded(name: RequestName): Promise<void> | null
  /** Lets the engine read the other profiles now. */
  hurry(): void
  /** Records that the page has drawn its first list. */
  reportDrawn(): void
  /** Resolves when the page has drawn its first list, or after three seconds. */
  readonly drawn: Promise<void>
  /** Keeps the ids at the top of the list for the next start. */
  remember(ids: readonly ProfileId[]): void
  /** Returns true once the first profiles could be loaded, or could not. */
  isOpen(): boolean
}

interface Parts {
  readonly engine: Pick<Engine, 'start'>
  readonly clock: Pick<EngineClock, 'after'>
  readonly file: FirstRowsFile
  /** A list in another order changes with time, and is read whole before it is shown. */
  readonly isSortedByName: boolean
  /** Returns true while the window may show profiles. */
  readonly hasRows: () => boolean
}

/** Milliseconds after which a page that reports nothing is no longer waited for. */
const maxWait = 3000

/**
 * The requests that are answered while profiles are still being read: each is about one profile
 * that is there, or about none. Any other might take a part of the profiles for all of them.
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
  'findSettings',
  'cancelFindSettings',
  'endToken',
  'introspectToken',
  'checkSignature',
  'readUserinfo',
  'cancelCheck',
  'copyReport',
  'copyRedirectAddress',
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

/** Starts the engine with the profiles that were at the top of the list. Call once. */
export function loadFirstRows(parts: Parts): FirstRows {
  const { engine, clock, file, isSortedByName, hasRows } = parts
  const hurried = createSignal()
  const drawn = createSignal()
  let isOpen = false

  function pauseAfterFirst(): Promise<void> {
    if (!hasRows()) return Promise.resolve()
    const stopTimer = clock.after(maxWait, hurried.give)
    return hurried.given.then(stopTimer)
  }

  const stopTimer = clock.after(maxWait, drawn.give)
  const { first, all } = engine.start(isSortedByName ? file.read() : [], pauseAfterFirst)
  const opened = () => {
    isOpen = true
  }
  first.then(opened, opened)

  return {
    first,
    all,
    drawn: drawn.given,
    isOpen: () => isOpen,
    whenLoaded: (name) => {
      if (name === 'getSnapshot') return first
      if (requestsBeforeLoad.has(name)) return null
      hurried.give()
      return all
    },
    hurry: hurried.give,
    reportDrawn: () => {
      stopTimer()
      drawn.give()
      hurried.give()
    },
    remember: file.write,
  }
}

/** A promise, and the function that resolves it. */
function createSignal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
