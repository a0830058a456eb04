import { describe, expect, it } from 'vitest'
import type { Log } from '../../../src/main/engine/ports.ts'

export function describeLog(name: string, create: () => Log): void {
  describe(`log: ${name}`, () => {
    it('takes facts, with fields or without', () => {
      const log = create()
      log.info('vault-opened')
      log.info('vault-opened', { count: 3, milliseconds: 20, reason: 'key-store' })
    })

    it('gives every incident a number of its own', () => {
      const log = create()
      const numbers = Array.from({ length: 20 }, () => log.incident('bug', new Error('secret')))
      expect(new Set(numbers).size).toBe(20)
      for (const number of numbers) expect(number).toMatch(/^\S{1,20}$/)
    })

    it('takes anything for a cause', () => {
      const log = create()
      for (const cause of [undefined, null, 'text', { a: 1 }, Symbol('x'), Object.create(null)]) {
        expect(log.incident('bug', cause)).not.toBe('')
      }
    })
  })
}
