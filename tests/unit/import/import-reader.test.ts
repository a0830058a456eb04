import { expect, test } from 'vitest'
import {
  createImportReader,
  type ReadingProcess,
  readyMessage,
} from '../../../src/main/import/import-reader.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'

const tooComplicated = { kind: 'nothing', reason: 'too-complicated' }
const stopped = new Failure({ code: 'reading-stopped' })
const nothing = { kind: 'nothing', reason: 'not-recognised' }

/** Processes whose messages the test sends. */
function setUp() {
  const processes: ReturnType<typeof createProcess>[] = []
  const clock = createManualClock()
  const reader = createImportReader({
    clock,
    fork: () => {
      const made = createProcess()
      processes.push(made)
      return made.process
    },
  })
  const started = (which: number) => {
    const found = processes[which]
    if (found === undefined) throw new Error(`process ${which} was not started`)
    return found
  }
  return { reader, clock, processes, started }
}

function createProcess() {
  const texts: string[] = []
  const seen = { kills: 0 }
  let say: (message: unknown) => void = () => {}
  let exit: () => void = () => {}
  const process: ReadingProcess = {
    send: (text) => texts.push(text),
    onMessage: (listener) => {
      say = listener
    },
    onExit: (listener) => {
      exit = listener
    },
    kill: () => {
      seen.kills += 1
    },
  }
  return { process, texts, seen, say: (message: unknown) => say(message), exit: () => exit() }
}

test('texts are read one after another by one process, which is started for the first', async () => {
  const { reader, processes, started } = setUp()
  const text = 'curl https://login.acme.test/token -d grant_type=client_credentials -u app-7:s3cr3t'
  const first = reader.read(text)
  const second = reader.read('two')
  expect(processes).toHaveLength(1)
  const { say, texts } = started(0)
  expect(texts).toEqual([])
  say(readyMessage)
  expect(texts).toEqual([text])
  const read = readImport(text, presets)
  say(structuredClone(read))
  expect(await first).toEqual(read)
  expect(texts).toEqual([text, 'two'])
  say(nothing)
  expect(await second).toEqual(nothing)
  expect(processes).toHaveLength(1)
})

test('the limit is a second of reading, without the start; the next text has another process', async () => {
  const { reader, clock, started } = setUp()
  const first = reader.read('one')
  const second = reader.read('two')
  await clock.advance(19_000)
  started(0).say(readyMessage)
  await clock.advance(999)
  expect(started(0).seen.kills).toBe(0)
  await clock.advance(1)
  expect(started(0).seen.kills).toBe(1)
  expect(await first).toEqual(tooComplicated)
  // Too late: it belongs to nothing any more.
  started(0).say(nothing)
  started(1).say(readyMessage)
  expect(started(1).texts).toEqual(['two'])
  started(1).say(nothing)
  expect(await second).toEqual(nothing)
})

test('a text that ends the process, for instance by its memory, is reported as too complicated', async () => {
  const { reader, started } = setUp()
  const read = reader.read('one')
  started(0).say(readyMessage)
  started(0).exit()
  expect(await read).toEqual(tooComplicated)
})

test('a process that does not start, or answers with something else, is a bug and ends', async () => {
  const { reader, clock, started } = setUp()
  const slow = reader.read('one')
  slow.catch(() => {})
  await clock.advance(20_000)
  await expect(slow).rejects.toThrow('did not start')
  const gone = reader.read('two')
  started(1).exit()
  await expect(gone).rejects.toThrow('ended')
  const strange = reader.read('three')
  started(2).say(readyMessage)
  started(2).say({ kind: 'nothing', reason: 'not-recognised', more: 1 })
  await expect(strange).rejects.toThrow()
  expect([0, 1, 2].map((which) => started(which).seen.kills)).toEqual([1, 1, 1])
  expect(clock.armed()).toEqual([])
})

test('a process that can’t even be asked for leaves nothing waiting', async () => {
  const reader = createImportReader({
    clock: createManualClock(),
    fork: () => {
      throw new Error('no more processes')
    },
  })
  await expect(reader.read('one')).rejects.toThrow('no more processes')
  await expect(reader.read('two')).rejects.toThrow('no more processes')
})

test('a process without work ends after ten seconds', async () => {
  const { reader, clock, started, processes } = setUp()
  const read = reader.read('one')
  started(0).say(readyMessage)
  started(0).say(nothing)
  await read
  await clock.advance(9_999)
  expect(started(0).seen.kills).toBe(0)
  await clock.advance(1)
  expect(started(0).seen.kills).toBe(1)
  expect(clock.armed()).toEqual([])
  void reader.read('two').catch(() => {})
  expect(processes).toHaveLength(2)
})

test('a stop ends the process, its current text and the waiting ones', async () => {
  const { reader, clock, started, processes } = setUp()
  const both = [reader.read('one'), reader.read('two')]
  started(0).say(readyMessage)
  reader.stop()
  expect(started(0).seen.kills).toBe(1)
  for (const read of both) await expect(read).rejects.toEqual(stopped)
  await settled()
  expect(processes).toHaveLength(1)
  expect(clock.armed()).toEqual([])
})

test('of many texts that wait, the oldest are given up: a page needs the answer to its last', async () => {
  const { reader, started } = setUp()
  const reads = Array.from({ length: 30 }, (_, index) => reader.read(`text ${index}`))
  const results = Promise.allSettled(reads)
  started(0).say(readyMessage)
  for (let each = 0; each < 17; each += 1) {
    started(0).say(nothing)
    await settled()
  }
  const kinds = (await results).map(({ status }) => status)
  expect(kinds.filter((kind) => kind === 'fulfilled')).toHaveLength(17)
  expect(kinds.at(0)).toBe('fulfilled')
  expect(kinds.at(-1)).toBe('fulfilled')
  expect(started(0).texts.at(-1)).toBe('text 29')
})
