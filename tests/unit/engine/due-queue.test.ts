import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDueQueue } from '../../../src/main/engine/due-queue.ts'
import { seedOr } from '../../support/deep.ts'

it('gives what a list that is sorted again and again would give', () => {
  const key = fc.integer({ min: 0, max: 20 })
  const at = fc.integer({ min: 0, max: 100 })
  const command = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), key, at }),
    fc.record({ kind: fc.constant('delete' as const), key }),
    fc.record({ kind: fc.constant('take' as const), at }),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
      const queue = createDueQueue<number>()
      const model = new Map<number, number>()
      for (const step of commands) {
        if (step.kind === 'set') {
          queue.set(step.key, step.at)
          model.set(step.key, step.at)
        } else if (step.kind === 'delete') {
          queue.delete(step.key)
          model.delete(step.key)
        } else {
          const taken = queue.takeDue(step.at)
          const earliest = Math.min(...model.values())
          if (taken === undefined) expect(earliest).toBeGreaterThan(step.at)
          else expect(model.get(taken)).toBe(earliest)
          if (taken !== undefined) model.delete(taken)
        }
        const earliest = model.size === 0 ? undefined : Math.min(...model.values())
        expect(queue.earliest()).toBe(earliest)
      }
    }),
    { seed: seedOr(1) },
  )
})

it('returns simultaneous items in the order of arrival', () => {
  const queue = createDueQueue<number>()
  for (let key = 0; key < 100; key += 1) queue.set(key, 7)
  const order = Array.from({ length: 100 }, () => queue.takeDue(7))
  expect(order).toEqual(Array.from({ length: 100 }, (_, key) => key))
})
