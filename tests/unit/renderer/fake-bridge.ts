import type { Bridge, BridgeEvent } from '../../../src/shared/bridge.ts'
import { type EventData, type RequestInput, type RequestName, type RequestOutput } from '../../../src/shared/contract.ts'
import type { Result } from '../../../src/shared/errors.ts'
import { safeVault } from './make.ts'

type Answers = {
  [Name in RequestName]?: (
    input: RequestInput<Name>,
  ) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>
}

/** Main, as far as a page can tell: answers requests and tells of changes. */
export function createFakeBridge(answers: Answers) {
  const listeners = new Set<(event: BridgeEvent) => void>()
  const log: string[] = []
  const bridge: Bridge = {
    async request(name, input) {
      log.push(name)
      const answer = answers[name]
      // Every form tells that of itself, and nobody waits for an answer.
      if (answer === undefined && name === 'reportTyping') return { ok: true, value: {} as never }
      // Asked whenever everything is loaded; mostly nobody has opened a file.
      if (answer === undefined && name === 'takeOpenedFile') {
        return { ok: true, value: { kind: 'none' } as never }
      }
      if (answer === undefined) throw new Error(`nobody answers ${name}`)
      return answer(input)
    },
    subscribe(listener) {
      log.push('subscribe')
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    bridge,
    /** Main tells something else than a change. */
    tell(event: BridgeEvent) {
      for (const listener of listeners) listener(event)
    },
    /** What the page did, in order. */
    log,
    change(data: Partial<EventData<'changed'>> & { readonly revision: number }) {
      const whole = { profiles: [], removed: [], toCome: 0, vault: safeVault, ...data }
      for (const listener of listeners) listener({ name: 'changed', data: whole })
    },
  }
}
