import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

/** Lets the next opening of a file by this process fail with EIO; resolves to the end of that. */
async function failNextOpen(path: string): Promise<() => Promise<void>> {
  const inject = ['-e', 'trace=openat', '-e', 'inject=openat:error=EIO:when=1']
  const args = ['-f', '-p', String(process.pid), '-P', path, ...inject, '-o', '/dev/null']
  const tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    tracer.once('error', reject)
    tracer.stderr.on('data', (text: Buffer) => {
      if (text.includes('attached')) resolve()
    })
  })
  return async () => {
    const ended = once(tracer, 'exit')
    tracer.kill('SIGINT')
    await ended
  }
}

describe.runIf(process.platform === 'linux')('a record that can’t be read for a moment', () => {
  const vault = useVault()

  it('is not replaced by its older generation, and opens at the next start', async () => {
    const { store } = await vault.open()
    const profile = sampleProfile('Reports')
    await store.save(withToken(profile, 'old'))
    await store.save(withToken(profile, 'new'))
    await store.close()
    const stop = await failNextOpen(vault.path('records', `${profile.id}.json`))
    const again = await vault.open()
    await stop()
    expect(again.store.view().quarantined).toBe(0)
    expect(again.profiles.map(({ sealed }) => sealed)).toEqual(['locked'])
    await again.store.close()
    expect((await vault.open()).profiles.map(tokenOf)).toEqual(['new'])
  })
})
