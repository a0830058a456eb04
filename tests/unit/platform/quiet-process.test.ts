import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { quieten } from '../../../src/main/platform/quiet-process.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'

const secret = 'hunter2-the-secret'

/** A process that remembers what it printed. */
class TestProcess extends EventEmitter {
  printed = ''
  readonly stdout = { write: this.print.bind(this) }
  readonly stderr = { write: this.print.bind(this) }

  constructor() {
    super()
    // As Node does by itself.
    this.on('warning', ({ message }: Error) => this.print(message))
  }

  private print(chunk: unknown): boolean {
    this.printed += String(chunk)
    return true
  }
}

function setUp() {
  const own = new TestProcess()
  const log = createMemoryLog()
  const reported: string[] = []
  quieten(own, log, (line) => reported.push(line))
  return { own, log, reported }
}

describe('a process that was made quiet', () => {
  it('prints nothing, and its log names the stream of a message', () => {
    const { own, log } = setUp()
    own.stdout.write(secret)
    own.stderr.write(secret)
    own.emit('warning', Object.assign(new Error(secret), { name: 'DeprecationWarning' }))
    expect(own.printed).toBe('')
    expect(log.entries).toEqual([
      { event: 'output', fields: { reason: 'stdout' } },
      { event: 'output', fields: { reason: 'stderr' } },
      { event: 'warning', fields: { reason: 'DeprecationWarning' } },
    ])
  })

  it('lets the writer go on, as if its text had been taken', async () => {
    const { own } = setUp()
    const write = own.stdout.write as unknown as (...all: readonly unknown[]) => boolean
    const done = vi.fn()
    expect(write('a', done)).toBe(true)
    expect(done).not.toHaveBeenCalled()
    expect(write('b', 'utf8', done)).toBe(true)
    await Promise.resolve()
    expect(done).toHaveBeenCalledTimes(2)
  })

  it.each(['uncaughtException', 'unhandledRejection'])(
    'tells the number of an incident and nothing else after an %s',
    (event) => {
      const { own, log, reported } = setUp()
      const error = new Error(secret)
      own.emit(event, error)
      expect(reported).toEqual(['Token Desk: incident incident-1\n'])
      expect(log.incidents).toEqual([{ event, cause: error }])
      expect(own.printed).toBe('')
    },
  )

  it('stops noting what is said without end, but no incident', () => {
    const { own, log, reported } = setUp()
    for (let times = 0; times < 1000; times += 1) own.stderr.write(secret)
    expect(log.entries).toHaveLength(50)
    own.emit('uncaughtException', new Error(secret))
    expect(reported).toHaveLength(1)
  })
})
