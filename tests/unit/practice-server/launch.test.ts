import { expect, test } from 'vitest'
import { createPracticeServer } from '../../../src/main/practice-server/launch.ts'
import type { Language } from '../../../src/shared/language.ts'
import { practiceAccessOf } from '../../support/authorization-server/practice-access.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'

const access = practiceAccessOf()
const other = { ...access, tokenEndpoint: 'http://127.0.0.1:4712/token' }
const failed = { error: { code: 'practice-server-failed' } }

/** A process whose parent gets what the test says. */
function createProcess() {
  let tell: (message: unknown) => void = () => {}
  let exit: () => void = () => {}
  let kills = 0
  const sent: Language[] = []
  return {
    onMessage: (listener: typeof tell) => {
      tell = listener
    },
    onExit: (listener: typeof exit) => {
      exit = listener
    },
    send: (language: Language) => void sent.push(language),
    sent,
    kill: () => {
      kills += 1
    },
    say: (message: unknown) => tell(message),
    exit: () => exit(),
    kills: () => kills,
  }
}

function setUp() {
  const processes: ReturnType<typeof createProcess>[] = []
  const log = createMemoryLog()
  const clock = createManualClock()
  let language: Language = 'nl'
  const server = createPracticeServer({
    fork: () => {
      const process = createProcess()
      processes.push(process)
      return process
    },
    language: () => language,
    clock,
    log,
  })
  const nth = (index: number) => {
    const process = processes[index]
    if (process === undefined) throw new Error(`process ${index} was not started`)
    return process
  }
  const change = (to: Language) => {
    language = to
    server.languageChanged()
  }
  return { server, clock, log, processes, nth, change }
}

/** Marks the rejection as seen, so that it may be looked at later. */
function watched<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}

test('no process is started before the server is requested', () => {
  expect(setUp().processes).toHaveLength(0)
})

test('callers at the same time and later callers share one process', async () => {
  const { server, processes, nth, clock } = setUp()
  const both = Promise.all([server.start(), server.start()])
  await settled()
  nth(0).say(access)
  expect(await both).toEqual([access, access])
  expect(await server.start()).toEqual(access)
  expect(processes).toHaveLength(1)
  expect(clock.armed()).toEqual([])
})

test('a server that does not answer within 15 seconds is given up and ended', async () => {
  const { server, clock, nth } = setUp()
  const start = watched(server.start())
  await clock.advance(14_999)
  expect(nth(0).kills()).toBe(0)
  await clock.advance(1)
  await expect(start).rejects.toMatchObject(failed)
  expect(nth(0).kills()).toBe(1)
})

test('a process that ends before it is ready fails the start', async () => {
  const { server, nth, clock } = setUp()
  const start = watched(server.start())
  await settled()
  nth(0).exit()
  await expect(start).rejects.toMatchObject(failed)
  expect(clock.armed()).toEqual([])
})

test.each([
  ['nothing', undefined],
  ['a word', 'ready'],
  ['a missing secret', { ...access, password: '' }],
  ['something more', { ...access, more: true }],
  ['an address on another computer', { ...access, tokenEndpoint: 'http://10.0.0.1/token' }],
])('a message with %s is not accepted', async (_what, message) => {
  const { server, nth } = setUp()
  const start = watched(server.start())
  await settled()
  nth(0).say(message)
  await expect(start).rejects.toMatchObject(failed)
  expect(nth(0).kills()).toBe(1)
})

test('after a crash the next start runs another server', async () => {
  const { server, nth } = setUp()
  const first = server.start()
  nth(0).say(access)
  await first
  nth(0).exit()
  const second = server.start()
  nth(1).say(other)
  expect(await second).toEqual(other)
})

test('after a failed start the next one tries again', async () => {
  const { server, nth } = setUp()
  const first = watched(server.start())
  nth(0).exit()
  await expect(first).rejects.toMatchObject(failed)
  const second = server.start()
  nth(1).say(other)
  expect(await second).toEqual(other)
})

test('stop ends the process and fails a start under way', async () => {
  const { server, nth } = setUp()
  const start = watched(server.start())
  server.stop()
  await expect(start).rejects.toMatchObject(failed)
  expect(nth(0).kills()).toBe(1)
})

test('what a stopped process still says or does changes nothing', async () => {
  const { server, nth, processes } = setUp()
  const first = watched(server.start())
  server.stop()
  const second = server.start()
  nth(0).say(access)
  nth(0).exit()
  nth(1).say(other)
  expect(await second).toEqual(other)
  expect(await server.start()).toEqual(other)
  expect(processes).toHaveLength(2)
  await expect(first).rejects.toMatchObject(failed)
})

test('a process gets the language at its start and after each change', async () => {
  const { server, nth, change, processes } = setUp()
  change('en')
  expect(processes).toHaveLength(0)
  const start = watched(server.start())
  change('pt-BR')
  nth(0).say(access)
  await start
  change('nl')
  expect(nth(0).sent).toEqual(['en', 'pt-BR', 'nl'])
  server.stop()
  change('en')
  expect(nth(0).sent).toHaveLength(3)
})

test('stop without a server does nothing', () => {
  const { server, log } = setUp()
  server.stop()
  expect(log.entries).toEqual([])
})

test('the log learns what happened and no credentials', async () => {
  const { server, nth, log } = setUp()
  const start = server.start()
  nth(0).say(access)
  await start
  nth(0).exit()
  server.start().catch(() => undefined)
  server.stop()
  expect(log.entries).toEqual([
    { event: 'practice-server-ready', fields: { milliseconds: 0 } },
    { event: 'practice-server-stopped' },
  ])
  expect(log.incidents).toEqual([{ event: 'practice-server-exited', cause: undefined }])
})
