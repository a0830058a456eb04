import { expect, it } from 'vitest'
import { createNetwork } from '../../../src/main/platform/network.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'

const second = 1000

function start() {
  const clock = createManualClock()
  let addresses = 'wlan0 10.0.0.1/24'
  let isOnline = true
  let looks = 0
  let calls = 0
  const network = createNetwork(clock, {
    isOnline: () => {
      looks += 1
      return isOnline
    },
    addresses: () => addresses,
    onResume: () => {},
  })
  const count = () => {
    calls += 1
  }
  return {
    clock,
    watch: () => network.watch(count),
    join: (next: string | null) => {
      isOnline = next !== null
      addresses = next ?? ''
    },
    looks: () => looks,
    calls: () => calls,
  }
}

it('looks at the network only while something waits for it', async () => {
  const { clock, watch, looks } = start()
  await clock.advance(3600 * second)
  expect([looks(), clock.armed()]).toEqual([0, []])
  const stop = watch()
  await clock.advance(3600 * second)
  expect(looks()).toBeGreaterThan(600)
  stop()
  const before = looks()
  await clock.advance(3600 * second)
  expect([looks(), clock.armed()]).toEqual([before, []])
})

it('announces a network once all its addresses have come', async () => {
  const { clock, watch, join, calls } = start()
  watch()
  join('wlan0 fe80::1/64')
  await clock.advance(3 * second)
  join('wlan0 fe80::1/64\nwlan0 192.168.1.5/24')
  await clock.advance(3 * second)
  expect(calls()).toBe(0)
  await clock.advance(3 * second)
  expect(calls()).toBe(1)
})

it('announces the same network again if it was gone for a while', async () => {
  const { clock, watch, join, calls } = start()
  watch()
  join(null)
  await clock.advance(30 * second)
  expect(calls()).toBe(0)
  join('wlan0 10.0.0.1/24')
  await clock.advance(6 * second)
  expect(calls()).toBe(1)
})

it('announces the network that comes up after the computer began to wait without one', async () => {
  const { clock, watch, join, calls } = start()
  join(null)
  watch()
  await clock.advance(600 * second)
  expect(calls()).toBe(0)
  join('eth0 10.0.0.7/8')
  await clock.advance(6 * second)
  expect(calls()).toBe(1)
})

it('is not misled by a network of before the watch', async () => {
  const { clock, watch, join, calls } = start()
  watch()()
  join('eth0 10.0.0.7/8')
  watch()
  await clock.advance(600 * second)
  expect(calls()).toBe(0)
})
