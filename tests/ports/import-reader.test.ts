import { expect, test } from 'vitest'
import { sized } from '../support/deep.ts'
import { slowness } from '../support/pace/time-of.ts'
import { createFakeImportReader } from '../support/ports/fake-import-reader.ts'
import { startElectronHost } from '../support/ports/host/start-host.ts'
import { describeImportReader } from '../support/ports/import-reader-suite.ts'
import { endless } from '../support/ports/reading-texts.ts'

describeImportReader('fake', async () => ({
  reader: createFakeImportReader(),
  stop: async () => {},
}))

describeImportReader('a process beside main', async () => {
  const { reader, stop } = await startElectronHost()
  return { reader, stop }
})

test('main answers at once while a text is read that never ends', async () => {
  const host = await startElectronHost()
  await host.version()
  const reading = host.reader.read(endless)
  const times: number[] = []
  let isRead = false
  void reading.finally(() => {
    isRead = true
  })
  while (!isRead) {
    const begun = performance.now()
    await host.version()
    times.push((performance.now() - begun) / slowness())
  }
  expect(await reading).toEqual({ kind: 'nothing', reason: 'too-complicated' })
  // A machine that runs several tests at once leaves time for few of them.
  expect(times.length).toBeGreaterThan(sized({ usual: 2, deep: 5 }))
  // A machine may pause any one of them; a main that reads would hold up the first for a second.
  expect(
    times.toSorted((one, other) => one - other).at(Math.floor(times.length * 0.9)),
  ).toBeLessThan(100)
  expect(Math.max(...times)).toBeLessThan(500)
  await host.stop()
})
