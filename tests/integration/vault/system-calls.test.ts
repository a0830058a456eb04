import { randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import {
  buildSavingProgram,
  type SavingProcess,
  type SavingProgram,
} from '../../support/saving/program.ts'
import { fileThreadOf, type SystemCall, trace } from '../../support/system-calls/tracer.ts'
import { openVaultIn } from './vault-fixture.ts'

const key = randomBytes(32)
const id = randomUUID()
const keyStore = () => createFakeKeyStore('strong', key)

/** Milliseconds: a case needs few of them, but there are many cases. */
const longest = 240_000

/** What is done to a vault, and what its profile holds before and after. */
const works = [
  {
    order: 'save new',
    began: [],
    before: undefined,
    after: 'new',
    calls: ['mkdir', 'openat', 'write', 'fsync', 'close', 'rename'],
  },
  {
    order: 'save new',
    began: ['oldest', 'old'],
    before: 'old',
    after: 'new',
    calls: ['openat', 'read', 'write', 'fsync', 'close', 'link', 'rename'],
  },
  {
    order: 'remove',
    began: ['oldest', 'old'],
    before: 'old',
    after: undefined,
    calls: ['openat', 'read', 'fsync', 'close', 'unlink'],
  },
] as const
type Work = (typeof works)[number]

describe.runIf(process.platform === 'linux')('a system call of a vault that fails', () => {
  let parent = ''
  let program: SavingProgram
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'system-calls-'))
    program = await buildSavingProgram('on-order')
  })
  afterAll(async () => {
    await program.remove()
    await rm(parent, { recursive: true, force: true })
  })

  const start = () => program.start([key.toString('hex'), id], { UV_THREADPOOL_SIZE: '1' })

  async function tell(child: SavingProcess, order: string): Promise<string | undefined> {
    child.tell(order)
    return child.next()
  }

  /** A vault as it is before the work, in a folder of its own. */
  async function makeVault({ began }: Work): Promise<string> {
    const folder = join(await mkdtemp(join(parent, 'vault-')), 'vault')
    if (began.length === 0) return folder
    const { store } = await openVaultIn(folder, keyStore())
    for (const token of began) await store.save(withToken(sampleProfile('Reports', id), token))
    await store.close()
    return folder
  }

  /** What the next start would find, found in a copy: the vault itself is in use. */
  async function nextStart(folder: string): Promise<string | undefined> {
    const copy = `${folder}-copy`
    await rm(copy, { recursive: true, force: true })
    await cp(folder, copy, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rm(join(copy, 'lock.json'), { force: true })
    const { store, profiles } = await openVaultIn(copy, keyStore())
    await store.close()
    expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 0 })
    expect(profiles.filter(({ id }) => store.isOlder(id))).toEqual([])
    const names = await readdir(copy, { recursive: true }).catch(() => [])
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(profiles.length).toBeLessThanOrEqual(1)
    return tokenOf(profiles[0])
  }

  /** Does the work with something done to one of its system calls. */
  async function tamper(child: SavingProcess, work: Work, pristine: string, injection?: string) {
    const folder = join(await mkdtemp(join(parent, 'case-')), 'vault')
    if (work.began.length > 0) await cp(pristine, folder, { recursive: true })
    expect(await tell(child, `open ${folder}`)).toBe('done')
    const tracing = await trace(await fileThreadOf(child.pid), join(folder, '..', 'log'), injection)
    const answer = await tell(child, work.order)
    const calls = await tracing.stop()
    return { folder, answer, calls: calls.filter(({ text }) => text.includes(folder)) }
  }

  const injected = ({ text }: SystemCall) => text.includes('(INJECTED)')

  describe.each(works)('$order after $began', (work) => {
    let pristine = ''
    let calls: readonly SystemCall[] = []
    beforeAll(async () => {
      pristine = await makeVault(work)
      const child = start()
      const whole = await tamper(child, work, pristine)
      await child.kill()
      expect(whole.answer).toBe('done')
      expect(await nextStart(whole.folder)).toBe(work.after)
      calls = whole.calls
      const names = new Set(calls.map(({ name }) => name))
      for (const name of work.calls) expect(names).toContain(name)
    })

    it.each(['EIO', 'ENOSPC', 'EROFS'])(
      'with %s leaves the old or the new state, and works when it is tried again',
      async (error) => {
        const child = start()
        const wrong: unknown[] = []
        for (const call of calls) {
          const injection = `${call.name}:error=${error}:when=${call.nth}`
          const { folder, answer, calls: done } = await tamper(child, work, pristine, injection)
          const found = await nextStart(folder)
          const again = await tell(child, work.order)
          const finally_ = await nextStart(folder)
          const isOldOrNew = found === work.after || (answer !== 'done' && found === work.before)
          const isRight =
            done.some(injected) &&
            isOldOrNew &&
            ['done', 'failed not-saved', 'failed vault-unreadable'].includes(answer ?? '') &&
            again === 'done' &&
            finally_ === work.after
          if (!isRight) wrong.push({ call, answer, found, again, finally: finally_ })
        }
        await child.kill()
        expect(wrong).toEqual([])
      },
      longest,
    )

    it(
      'with a SIGKILL leaves the old or the new state',
      async () => {
        const wrong: unknown[] = []
        let next = start()
        for (const call of calls) {
          const child = next
          next = start()
          const injection = `${call.name}:signal=KILL:when=${call.nth}`
          const { folder, answer } = await tamper(child, work, pristine, injection)
          const found = await nextStart(folder)
          const isRight =
            (await child.ended) === 'SIGKILL' &&
            answer === undefined &&
            (found === work.before || found === work.after)
          if (!isRight) wrong.push({ call, answer, found })
        }
        await next.kill()
        expect(wrong).toEqual([])
      },
      longest,
    )
  })
})
