import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createLog } from '../../src/main/platform/log.ts'
import { createMemoryLog } from '../support/engine/memory-log.ts'
import { makeSparse, strangeNames, strangePlaces } from '../support/files/strange-files.ts'
import { describeLog } from '../support/ports/log-suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeLog('fake', createMemoryLog)
describeLog('a file', () => createLog(join(folder, 'suite.jsonl')))
describeLog('a file that cannot be written', () => createLog(join(folder, 'no', 'such', 'folder')))

describe('log: a file alone', () => {
  it('has one object a line: when, what, and the facts', () => {
    const path = join(folder, 'lines.jsonl')
    const log = createLog(path)
    log.info('vault-opened', { count: 3 })
    const incident = log.incident('handler-failed', new TypeError('quotes a password'))
    const text = readFileSync(path, 'utf8')
    const [first, second] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toEqual({ at: expect.any(String), event: 'vault-opened', count: 3 })
    expect(second).toMatchObject({
      event: 'handler-failed',
      incident,
      error: { name: 'TypeError' },
    })
    expect(text).not.toContain('quotes a password')
  })

  it.runIf(process.platform !== 'win32')('is for its owner alone', () => {
    const path = join(folder, 'own.jsonl')
    createLog(path).info('x')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it.runIf(process.platform === 'linux').each(strangeNames)(
    'is not waited for with %s in its place',
    async (place) => {
      const path = join(folder, `${place.replaceAll(' ', '-')}.jsonl`)
      await strangePlaces[place](path)
      const log = createLog(path)
      log.info('vault-opened', { count: 3 })
      expect(log.incident('start', undefined)).toMatch(/^[0-9A-F]{6}$/)
    },
  )

  it('of 2 GB is put aside, not read', () => {
    const path = join(folder, 'huge.jsonl')
    makeSparse(path, 2 ** 31)
    createLog(path).info('vault-opened', { count: 3 })
    expect(statSync(path).size).toBeLessThan(1000)
    expect(statSync(`${path}.1`).size).toBe(2 ** 31)
  })

  it('never grows beyond its limit, and keeps the latest, also over restarts', () => {
    const path = join(folder, 'small.jsonl')
    for (let start = 0; start < 10; start += 1) {
      const log = createLog(path, 2000)
      for (let count = 0; count < 50; count += 1) log.info('tick', { count: start * 50 + count })
    }
    expect(statSync(path).size).toBeLessThanOrEqual(2000)
    expect(statSync(`${path}.1`).size).toBeLessThanOrEqual(2000)
    const last = readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? ''
    expect(JSON.parse(last).count).toBe(499)
  })
})
