import { randomBytes, randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDeep } from '../../support/deep.ts'
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
    calls: {
      files: ['mkdir', 'openat', 'write', 'fsync', 'close', 'rename'],
      main: ['openat', 'read', 'write', 'close'],
    },
  },
  {
    order: 'save new',
    began: ['oldest', 'old'],
    before: 'old',
    after: 'new',
    calls: {
      files: ['openat', 'fsync', 'link', 'rename'],
      main: ['openat', 'read', 'write', 'close'],
    },
  },
  {
    order: 'remove',
    began: ['oldest', 'old'],
    before: 'old',
    after: undefined,
    calls: { files: ['fsync', 'unlink'], main: ['openat', 'read', 'close'] },
  },
] as const
type Work = (typeof works)[number]

/** What may have to wait for the disk, and would stop the window with it. */
const neverOnMain = ['fsync', 'link', 'mkdir', 'rename', 'unlink']

/** What is done to one call of a thread. */
interface Injection {
  readonly what: string
  readonly call: SystemCall
}

/** A thread does more than the vault's work, such as waking another one, and not always the same. */
const maxTries = 30

describe.runIf(isDeep && process.platform === 'linux')(
  'a system call of a vault that fails',
  () => {
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

    const threads = {
      files: fileThreadOf,
      main: async (pid: number) => pid,
    } as const

    describe.each(
      works.flatMap((work) => (['files', 'main'] as const).map((thread) => ({ ...work, thread }))),
    )('$order after $began, on the thread of $thread', ({ thread, ...work }) => {
      let pristine = ''
      let calls: readonly SystemCall[] = []

      /** Does the work with something done to one of the thread's system calls. */
      async function tamper(child: SavingProcess, injection?: Injection) {
        const folder = join(await mkdtemp(join(parent, 'case-')), 'vault')
        if (work.began.length > 0) await cp(pristine, folder, { recursive: true })
        expect(await tell(child, `open ${folder}`)).toBe('done')
        const tampering =
          injection && `${injection.call.name}:${injection.what}:when=${injection.call.nth}`
        const log = join(folder, '..', 'log')
        const tracing = await trace(await threads[thread](child.pid), log, tampering)
        const answer = await tell(child, work.order)
        const done = (await tracing.stop()).filter(({ text }) => text.includes(folder))
        return { folder, answer, done }
      }

      /**
       * Whether the call that was meant was hit: the one in the same place among those of the
       * vault, and of the same name. Of one that killed, nothing came back.
       */
      function isHit(done: readonly SystemCall[], call: SystemCall): boolean {
        const at = calls.indexOf(call)
        const { name, text = '' } = done[at] ?? {}
        const isLast = done.length === at + 1 && text.endsWith('= ?')
        return name === call.name && (isLast || text.endsWith('(INJECTED)'))
      }

      beforeAll(async () => {
        pristine = await makeVault(work)
        const child = start()
        const whole = await tamper(child)
        await child.kill()
        expect(whole.answer).toBe('done')
        expect(await nextStart(whole.folder)).toBe(work.after)
        calls = whole.done
        const names = new Set(calls.map(({ name }) => name))
        for (const name of work.calls[thread]) expect(names).toContain(name)
        if (thread === 'main') for (const name of neverOnMain) expect(names).not.toContain(name)
      })

      /**
       * Tampers with one call, in the process or in another one like it: what another thread
       * does meanwhile may wake this one once more or less, and then the count is another.
       */
      async function strike(child: SavingProcess, what: string, call: SystemCall) {
        for (let struck = child, tries = 1; ; tries += 1) {
          const { folder, answer, done } = await tamper(struck, { what, call })
          if (isHit(done, call)) return { child: struck, folder, answer }
          expect(tries, `${call.text} is not done any more`).toBeLessThan(maxTries)
          await struck.kill()
          struck = start()
        }
      }

      it.each(['EIO', 'ENOSPC', 'EROFS'])(
        'with %s leaves the old or the new state, and works when it is tried again',
        async (error) => {
          let child = start()
          const wrong: unknown[] = []
          for (const call of calls) {
            const { folder, answer, ...struck } = await strike(child, `error=${error}`, call)
            child = struck.child
            const found = await nextStart(folder)
            const again = await tell(child, work.order)
            const finally_ = await nextStart(folder)
            const isOldOrNew = found === work.after || (answer !== 'done' && found === work.before)
            const isRight =
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
            const begun = next
            next = start()
            const { child, folder, answer } = await strike(begun, 'signal=KILL', call)
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
  },
)
