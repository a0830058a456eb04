import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readExactly } from '../../../../src/main/oauth/formats/json.ts'
import { seedOr, sized } from '../../../support/deep.ts'
import { objectSource } from '../../../support/tokens/any-token.ts'
import { plainly, readSlowly, type SlowValue } from '../../../support/tokens/slow-json.ts'

const maxDepth = 64

function isKept(number: string): boolean {
  const value = Number(number)
  return Number.isFinite(value) && plainly(String(value)) === plainly(number)
}

/** Whether JavaScript's reading of it says all that its source says. */
function isWhole({ numbers, repeats, hasProto }: SlowValue): boolean {
  return !repeats && !hasProto && numbers.every(isKept)
}

/** As most servers write it, and as some do: with blanks, and with a backslash before a slash. */
const written = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean())
  .map(([value, isPlain]) =>
    isPlain ? JSON.stringify(value) : JSON.stringify(value, null, 1).replaceAll('/', '\\/'),
  )
const source = fc.oneof(objectSource, written)

const cut = fc
  .tuple(source, fc.nat(), fc.constantFrom('', '"', '{', '}', ',', ':', '\\', '1'))
  .map(([text, place, put]) => {
    const at = place % text.length
    return text.slice(0, at) + put + text.slice(at + 1)
  })

const seen = { ordinary: 0, repeated: 0, deep: 0, altered: 0, broken: 0 }

function compare(text: string): void {
  const reading = readExactly(text)
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    seen.broken += 1
    if (reading.kind === 'object') throw new Error('read though it is no JSON')
    return
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    expect(reading.kind).not.toBe('object')
    return
  }
  const slow = readSlowly(text)
  if (slow.depth > maxDepth) {
    seen.deep += 1
    expect(reading).toEqual({ kind: 'too-deep' })
    return
  }
  if (reading.kind !== 'object') throw new Error(`not read: ${reading.kind}`)
  const names = slow.members.map(({ name }) => name)
  const wanted = slow.members.map(({ name, value }, index) => {
    const { source: written, numbers, repeats, hasProto } = value
    const isHeld = !hasProto && numbers.every((number) => Number.isFinite(Number(number)))
    const repeated = names.filter((each) => each === name).length > 1
    const exactly = reading.members[index]?.exactly ?? null
    if (exactly === null && !isWhole(value)) throw new Error(`something is lost of ${written}`)
    seen[exactly === null ? 'ordinary' : 'altered'] += 1
    if (repeated) seen.repeated += 1
    return {
      name,
      value: isHeld ? JSON.parse(written) : null,
      // In doubt it may be reported although nothing is lost.
      exactly: exactly === null ? null : written,
      repeated,
      repeatsInside: repeats,
    }
  })
  expect(reading.members).toEqual(wanted)
}

const count = sized({ usual: 1_500, deep: 15_000 })

it(`finds in ${count} generated texts what a reader finds who goes step by step`, {
  timeout: 60_000,
}, () => {
  fc.assert(fc.property(fc.oneof(source, cut), compare), { seed: seedOr(8259), numRuns: count })
  // Noise alone would prove little.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(count / 100)
})
