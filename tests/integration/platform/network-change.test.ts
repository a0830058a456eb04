import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { startElectronHost } from '../../support/ports/host/start-host.ts'

/** A network of its own takes rights that only some machines give to their tests. */
const canUnshare =
  process.platform === 'linux' &&
  spawnSync('unshare', ['--net', 'ip', 'link', 'add', 'wlan0', 'type', 'veth']).status === 0

it('Electron notices a network that comes, changes and comes back elsewhere', async (context) => {
  if (!canUnshare) return context.skip('only root on Linux can make a network for a test')
  const host = await startElectronHost({ runBy: ['unshare', '--net'] })
  const ip = (...args: readonly string[]) =>
    execFileSync('nsenter', ['--target', String(host.pid), '--net', 'ip', ...args])
  const announced = (count: number) =>
    expect.poll(() => host.networkChanges(), { timeout: 60_000 }).toBe(count)
  try {
    await announced(0)
    ip('link', 'add', 'wlan0', 'type', 'veth', 'peer', 'name', 'elsewhere')
    ip('address', 'add', '10.9.8.7/24', 'dev', 'wlan0')
    for (const name of ['elsewhere', 'wlan0']) {
      // Without an address of its own that comes some seconds later.
      ip('link', 'set', name, 'addrgenmode', 'none')
      ip('link', 'set', name, 'up')
    }
    await announced(1)
    ip('address', 'add', '10.9.9.7/24', 'dev', 'wlan0')
    await announced(2)
    ip('link', 'set', 'wlan0', 'down')
    ip('address', 'flush', 'dev', 'wlan0')
    ip('link', 'set', 'wlan0', 'up')
    ip('address', 'add', '10.9.10.7/24', 'dev', 'wlan0')
    await announced(3)
  } finally {
    await host.stop()
  }
})
