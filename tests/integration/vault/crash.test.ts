import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { tokenOf } from '../../support/ports/sample-profile.ts'
import { filesBelow, openVaultIn } from './vault-fixture.ts'

const kills = 50

describe('a process that is killed while it saves', () => {
  const key = randomBytes(32)
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  let parent = ''
  const folder = () => join(parent, 'vault')
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'crash-'))
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'saving-child.ts'),
        outDir: join(parent, 'child'),
        target: 'node20',
        rollupOptions: { output: { format: 'es', entryFileNames: 'child.mjs' } },
      },
    })
  })
  afterAll(() => rm(parent, { recursive: true, force: true }))

  /** Gives the last count of each profile that the child called durable before its end. */
  async function saveUntilKilled(saves: number, delay: number) {
    const script = join(parent, 'child', 'child.mjs')
    const child = spawn(process.execPath, [script, folder(), key.toString('hex'), ...ids], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(child, 'exit')
    const durable = new Map<string, number>()
    let seen = 0
    for await (const line of createInterface({ input: child.stdout })) {
      const [id = '', count] = line.split(' ')
      durable.set(id, Number(count))
      seen += 1
      if (seen === saves) setTimeout(() => child.kill('SIGKILL'), delay)
    }
    expect(await exited).toEqual([null, 'SIGKILL'])
    return durable
  }

  it(`loses nothing that was durable, ${kills} times`, async () => {
    const last = new Map<string, number>()
    let leftovers = 0
    for (let kill = 0; kill < kills; kill += 1) {
      // Spread over the few milliseconds that a save takes.
      const durable = await saveUntilKilled(1 + (kill % 7), (kill % 10) / 2)
      for (const [id, count] of durable) last.set(id, count)
      const isTemporary = (name: string) => name.endsWith('.tmp')
      leftovers += Object.keys(await filesBelow(folder())).filter(isTemporary).length

      const { store, profiles } = await openVaultIn(folder(), createFakeKeyStore('strong', key))
      expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 0 })
      for (const [id, count] of last) {
        const token = Number(tokenOf(profiles.find((profile) => profile.id === id)))
        // The save under way at the kill may have come through, and none after it.
        expect([count, count + 1]).toContain(token)
        last.set(id, token)
      }
      expect(Object.keys(await filesBelow(folder())).filter(isTemporary)).toEqual([])
    }
    expect([...last.keys()].sort()).toEqual([...ids].sort())
    // Some kills did come in the middle of a write.
    expect(leftovers).toBeGreaterThan(0)
  })
})
