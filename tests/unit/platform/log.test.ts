import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { LogFields } from '../../../src/main/engine/ports.ts'
import { allowedFields, causeFacts } from '../../../src/main/platform/log.ts'

const secret = 'hunter2-the-secret'

describe('what a log line may say', () => {
  it('keeps the known fields', () => {
    const fields: LogFields = { outcome: 'obtained', count: 2, milliseconds: 30, reason: 'ENOSPC' }
    expect(allowedFields(fields)).toEqual(fields)
  })

  it('drops an unknown field', () => {
    const fields = { count: 1, body: secret }
    expect(allowedFields(fields)).toEqual({ count: 1 })
  })

  it.each(['two words', `{"password":"${secret}"}`, 'a\nb', 'x'.repeat(81), 'café'])(
    'does not print a reason that is more than a code: %j',
    (reason) => {
      expect(allowedFields({ reason })).toEqual({ reason: 'unprintable' })
    },
  )
})

describe('what is said of an error', () => {
  it('says its kind and where it came from, and never its message', () => {
    const facts = causeFacts(new TypeError(`cannot read ${secret}`))
    expect(facts.name).toBe('TypeError')
    expect(facts.stack[0]).toMatch(/^log\.test\.ts:\d+:\d+$/)
    expect(JSON.stringify(facts)).not.toContain(secret)
  })

  it('keeps quiet about a message of many lines that looks like a stack', () => {
    const message = `first ${secret}\n    at ${secret} (file:///a.ts:1:1)\n    at ${secret}`
    const facts = causeFacts(new Error(message))
    expect(JSON.stringify(facts)).not.toContain(secret)
    expect(facts.stack.length).toBeGreaterThan(0)
  })

  it('keeps quiet about a message that was changed after the error was made', () => {
    const error = new Error(`early ${secret}`)
    error.message = 'harmless'
    expect(JSON.stringify(causeFacts(error))).not.toContain(secret)
  })

  it('keeps quiet about lines like those of a stack in a message that was changed', () => {
    const stack = `Error: a\n    at ${secret}\n    at ${secret} (file:///a.ts:1:1)`
    const facts = causeFacts(Object.assign(new Error('context: a'), { stack }))
    expect(facts.stack).toEqual(['a.ts:1:1'])
  })

  it.each([
    ['    at run (/home/ada/app/out/main/app.cjs:2:12345)', 'app.cjs:2:12345'],
    ['    at async file:///C:/Users/ada/app/index.js:12:3', 'index.js:12:3'],
    ['    at process.processTicks (node:internal/process/task_queues:95:5)', 'task_queues:95:5'],
  ])('names the file of %s without its folders', (line, position) => {
    const error = Object.assign(new Error('x'), { stack: `Error: x\n${line}` })
    expect(causeFacts(error).stack).toEqual([position])
  })

  it('keeps quiet about a name that is no name', () => {
    const error = Object.assign(new Error('x'), { name: `Error ${secret}!` })
    expect(JSON.stringify(causeFacts(error))).not.toContain(secret)
  })

  it('says the code of a file system error, not its path', () => {
    const error = Object.assign(new Error(`ENOSPC: ${secret}`), { code: 'ENOSPC', path: secret })
    expect(causeFacts(error).code).toBe('ENOSPC')
    expect(JSON.stringify(causeFacts(error))).not.toContain(secret)
  })

  it('goes on to the cause, and stops where causes go in a circle', () => {
    const cause = new RangeError(secret)
    const error = new Error('outer', { cause })
    expect(causeFacts(error).cause?.name).toBe('RangeError')
    cause.cause = error
    expect(JSON.stringify(causeFacts(error))).not.toContain(secret)
  })

  it('keeps quiet about a parse error that quotes what it found', () => {
    const parsed = z.strictObject({ a: z.string() }).safeParse({ [secret]: 1 })
    expect(JSON.stringify(causeFacts(parsed.error))).not.toContain(secret)
  })

  it('says of something else that was thrown only what it was', () => {
    expect(causeFacts(secret)).toEqual({ name: 'thrown string', stack: [] })
  })
})
