import { createNetwork } from '../../src/main/platform/network.ts'
import { createManualClock } from '../support/engine/manual-clock.ts'
import { createFakeNetwork } from '../support/ports/fake-network.ts'
import { describeNetwork } from '../support/ports/network-suite.ts'

const minute = 60_000

describeNetwork('fake', () => {
  const network = createFakeNetwork()
  return {
    network,
    change: async () => network.change(),
    disconnect: async () => network.disconnect(),
    resume: async (meanwhile = () => {}) => {
      meanwhile()
      network.resume()
    },
    idle: async () => {},
  }
})

describeNetwork('the computer', () => {
  const clock = createManualClock()
  let address = 0
  let isOnline = true
  let wakeUp = () => {}
  const network = createNetwork(clock, {
    isOnline: () => isOnline,
    addresses: () => `eth0 10.0.0.${address}/24`,
    onResume: (listener) => {
      wakeUp = listener
    },
  })
  return {
    network,
    change: async () => {
      isOnline = true
      address += 1
      await clock.advance(10_000)
    },
    disconnect: async () => {
      isOnline = false
      await clock.advance(10_000)
    },
    resume: async (meanwhile = () => {}) => {
      wakeUp()
      meanwhile()
      await clock.advance(20_000)
    },
    idle: () => clock.advance(60 * minute),
  }
})
