import type { Bridge, TextBridge } from '../shared/bridge.ts'

/** The bridge of a page whose preload passes on the texts that main sends. */
export function readTexts(bridge: TextBridge): Bridge {
  return {
    request: async (name, input) => JSON.parse(await bridge.request(name, input)),
    subscribe: (listener) => bridge.subscribe((text) => listener(JSON.parse(text))),
  }
}
