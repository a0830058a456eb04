import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRouter, type Handlers } from '../../../src/main/ipc/router.ts'
import type { SenderEvent } from '../../../src/main/ipc/sender.ts'
import { requests } from '../../../src/shared/contract.ts'
import { isDeep, seedOr, sized } from '../../support/deep.ts'
import {
  hostileInput,
  hostileName,
  knownNames,
  properInputs,
} from '../../support/ipc/hostile-inputs.ts'
import { anySettings } from '../../support/profiles/settings.ts'

const ours: SenderEvent = { senderFrame: { url: 'app://token-desk/', parent: null } }
const strangers: readonly SenderEvent[] = [
  { senderFrame: null },
  { senderFrame: { url: 'app://token-desk/', parent: {} } },
  { senderFrame: { url: 'https://token-desk/', parent: null } },
  { senderFrame: { url: 'app://token-desk.elsewhere/', parent: null } },
  { senderFrame: { url: 'app://token-desk:8080/', parent: null } },
  { senderFrame: { url: 'about:blank', parent: null } },
  { senderFrame: { url: 'data:text/html,app://token-desk/', parent: null } },
]

/** Stands for main: it takes no request at all, and remembers which got as far as that. */
function createListeningRouter() {
  const arrived: { readonly name: string; readonly input: unknown }[] = []
  const listening = Object.fromEntries(
    knownNames.map((name) => [
      name,
      (input: unknown) => {
        arrived.push({ name, input })
        throw new Error('nothing is done here')
      },
    ]),
  )
  const log = { info: () => undefined, incident: () => 'A1' }
  return { route: createRouter(listening as unknown as Handlers, log), arrived }
}

/** Returns the message as main receives it; a page can't send functions. */
function sent(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    return value
  }
}

const count = sized({ usual: 2_000, deep: 10_000 })
const seed = seedOr(20_261_121)

test(`${count} generated messages are refused with a reason, or conform to the contract`, {
  timeout: 60_000,
}, async () => {
  const { route, arrived } = createListeningRouter()
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 8, arbitrary: fc.constant(ours) }, fc.constantFrom(...strangers)),
      hostileName,
      hostileInput,
      async (event, name, raw) => {
        arrived.length = 0
        const answer = await route(event, sent(name), sent(raw))
        const reason = answer.ok ? 'ok' : answer.error.code
        const detail = !answer.ok && answer.error.code === 'request-refused' && answer.error.reason
        const kind = detail ? `${reason}: ${detail}` : reason
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        if (event !== ours) expect(kind).toBe('request-refused: sender')
        else if (!knownNames.some((known) => known === name)) {
          expect(kind).toBe('request-refused: name')
        } else if (arrived.length === 0) {
          expect(kind).toMatch(/^request-refused: (shape|input)$|^profile-invalid$/)
        }
        for (const { name: known, input } of arrived) {
          const schema = requests[known as keyof typeof requests].input
          expect(schema.parse(input)).toEqual(input)
          expect(Object.getPrototypeOf(input)).toBe(Object.prototype)
        }
      },
    ),
    { numRuns: count, seed },
  )
  // Each way to be refused was taken, and some messages were valid.
  const kinds = [
    'internal',
    'request-refused: input',
    'request-refused: name',
    'request-refused: sender',
    'request-refused: shape',
  ]
  expect([...seen.keys()].filter((kind) => kind !== 'profile-invalid').sort()).toEqual(kinds)
  // So few messages reach the check of a whole profile that a small run may miss it.
  if (isDeep) expect(seen.get('profile-invalid')).toBeGreaterThan(0)
  expect(Object.prototype).not.toHaveProperty('polluted')
})

describe('is refused before it is parsed:', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic['id'] = cyclic
  let deep: unknown = 'x'
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep]
  const cases: readonly (readonly [string, unknown])[] = [
    ['a text of sixteen million characters', { text: 'x'.repeat(16_000_000) }],
    ['names of many characters', { ['x'.repeat(5_000_000)]: 1 }],
    ['a hundred thousand arrays in each other', deep],
    ['an object within itself', cyclic],
    ['an array of four thousand million empty places', new Array(2 ** 32 - 1)],
    ['an array of a million texts', Array.from({ length: 1_000_000 }, () => 'x')],
    [
      'an object of a hundred thousand names',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`n${index}`, index])),
    ],
    ['a map', new Map([['id', 'x']])],
    ['bytes', new Uint8Array(10)],
    ['a date', new Date(0)],
    ['a big number', 10n],
    ['a function', () => 1],
  ]
  test.each(cases)(
    '%s',
    async (_what, input) => {
      const { route, arrived } = createListeningRouter()
      for (const name of knownNames) {
        const before = performance.now()
        expect(await route(ours, name, input)).toEqual({
          ok: false,
          error: { code: 'request-refused', reason: 'shape' },
        })
        // Without a limit the largest of these takes minutes, or all of the memory.
        expect(performance.now() - before).toBeLessThan(2000)
      }
      expect(arrived).toEqual([])
    },
    30_000,
  )
})

test('a name of ten million characters is refused', async () => {
  const { route } = createListeningRouter()
  expect(await route(ours, 'x'.repeat(10_000_000), {})).toMatchObject({
    error: { code: 'request-refused', reason: 'name' },
  })
})

test('the largest inputs that a user can make are not too large', async () => {
  const { route, arrived } = createListeningRouter()
  await route(ours, 'inspectToken', { text: 'x'.repeat(2_000_000) })
  const [, , , update] = properInputs
  const extras = Array.from({ length: 50 }, (_, index) => ({
    secret: true,
    name: `${index}`.padStart(100, 'n'),
    sentWith: 'always',
  }))
  const typed = extras.map(({ name }) => [`parameter:always:${name}`, 's'.repeat(16_000)])
  await route(ours, 'updateProfile', {
    id: update.id,
    draft: {
      settings: anySettings({ extraParameters: extras }),
      secrets: Object.fromEntries(typed),
    },
  })
  expect(arrived.map(({ name }) => name)).toEqual(['inspectToken', 'updateProfile'])
})
